// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/loading/site_operator_loader.h"

#include "core/support/error.h"
#include "indexer/source/field_reader.h"
#include "indexer/source/json_record.h"
#include "indexer/source/written_forms.h"

#include <initializer_list>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace wespol {
namespace {

[[noreturn]] void refuse(const std::string& message) {
    throw Error(ErrorCode::data_rejected, fmt::format("{}: {}", kOperatorFile, message),
                "Popraw plik według data/schema/operator.schema.json. Czego nie wiesz, zostaw jako "
                "null: strona powie, że tego nie podano.");
}

/// A statement tells days: "2026" is none.
std::optional<PartialDate> exact_day(FieldReader& fields, std::string_view key) {
    auto written = fields.date(key);
    if (written && !written->is_exact())
        fields.reject(key, written->text(), "potrzebny jest dzień", "wpisz RRRR-MM-DD");
    return written;
}

/// Null, or one of a few words that the page knows.
std::optional<std::string> choice(FieldReader& fields, std::string_view key,
                                  std::initializer_list<std::string_view> allowed) {
    if (!fields.text(key)) return std::nullopt;
    return fields.required_choice(key, allowed);
}

AccessibilityStatement statement_of(FieldReader& fields) {
    AccessibilityStatement made;
    made.site_published = exact_day(fields, "site_published");
    made.site_changed = exact_day(fields, "site_changed");
    made.prepared = exact_day(fields, "prepared");
    made.reviewed = exact_day(fields, "reviewed");
    made.conformance = choice(fields, "conformance", {"zgodna", "czesciowo_zgodna", "niezgodna"});
    made.not_conforming = fields.texts("not_conforming");
    made.too_costly = fields.texts("too_costly");
    made.not_covered = fields.texts("not_covered");
    made.cost_assessment_url = fields.url("cost_assessment_url");
    made.basis = choice(fields, "basis", {"samoocena", "podmiot_zewnetrzny"});
    made.assessor = fields.text("assessor");
    made.report_url = fields.url("report_url");
    made.contact = fields.text("contact");
    made.email = fields.parsed("email", parse_email);
    made.phone = fields.parsed("phone", parse_written_phone);
    made.complaints_address = fields.text("complaints_address");
    made.architecture = fields.texts("architecture");
    made.communication = fields.texts("communication");
    made.architecture_url = fields.url("architecture_url");
    return made;
}

}  // namespace

SiteOperator load_site_operator(const std::filesystem::path& data_directory) {
    SiteOperator made;
    if (!std::filesystem::exists(data_directory / kOperatorFile)) return made;
    const auto record = read_json_record(data_directory, kOperatorFile);
    if (!record) refuse(record.error().message);
    Diagnostics problems;
    FieldReader fields(*record, problems);
    made.name = fields.text("name");
    made.street = fields.text("street");
    made.postal_code = fields.text("postal_code");
    made.town = fields.text("town");
    made.email = fields.parsed("email", parse_email);
    made.phone = fields.parsed("phone", parse_written_phone);
    made.website = fields.url("website");
    made.data_protection = fields.text("data_protection");
    made.logs = fields.text("logs");
    made.data_licence = fields.text("data_licence");
    made.source_code_url = fields.url("source_code_url");
    fields.each("accessibility",
                [&](FieldReader& inner) { made.accessibility = statement_of(inner); });
    fields.finish();
    if (!problems.empty()) {
        const Diagnostic& first = problems.front();
        refuse(fmt::format("{} [{}]", first.message, first.field));
    }
    return made;
}

}  // namespace wespol
