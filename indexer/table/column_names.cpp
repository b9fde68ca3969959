// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/table/column_names.h"

#include "core/analysis/folding.h"
#include "core/support/error.h"
#include "indexer/source/field_reader.h"
#include "indexer/source/json_lines_reader.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

constexpr const char* kFile = "vocabulary/column_names.jsonl";

constexpr std::size_t kLongestHeading = 1000;  ///< bytes

constexpr std::array<std::pair<std::string_view, ColumnKind>, 11> kKinds{{
    {"text", ColumnKind::text},
    {"list", ColumnKind::list},
    {"date", ColumnKind::date},
    {"krs", ColumnKind::krs},
    {"nip", ColumnKind::nip},
    {"regon", ColumnKind::regon},
    {"postal_code", ColumnKind::postal_code},
    {"phone", ColumnKind::phone},
    {"email", ColumnKind::email},
    {"website", ColumnKind::website},
    {"ordinal", ColumnKind::ordinal},
}};

[[noreturn]] void refuse(const std::string& message) {
    throw Error(ErrorCode::data_rejected, message,
                "Popraw ten plik albo weź go z katalogu danych programu.");
}

}  // namespace

ColumnNames ColumnNames::load(const std::filesystem::path& directory) {
    ColumnNames loaded;
    Diagnostics diagnostics;
    read_json_lines(directory / kFile, kFile, diagnostics, [&](const SourceRecord& record) {
        FieldReader fields(record, diagnostics);
        const std::string code = fields.required_text("code");
        const std::size_t dot = code.find('.');
        if (dot == code.npos)
            fields.reject("code", code, "brakuje kropki między listą a polem",
                          "napisz jak certificates.holder_name");
        const std::string kind = fields.required_text("kind");
        const auto known = std::find_if(kKinds.begin(), kKinds.end(),
                                        [&](const auto& each) { return each.first == kind; });
        if (known == kKinds.end()) fields.reject("kind", kind, "nieznany rodzaj kolumny");
        Column column;
        column.is_required = fields.flag("required").value_or(false);
        column.names = fields.texts("names");
        column.only = fields.texts("only");
        if (!fields.finish()) return;
        const std::string profile = code.substr(0, dot);
        column.key = code.substr(dot + 1);
        column.kind = known->second;
        for (const std::string& name : column.names)
            if (!loaded.places_[profile]
                     .emplace(fold_words(name), loaded.columns_[profile].size())
                     .second)
                fields.reject("names", name, "ta nazwa jest już przy innej kolumnie");
        loaded.columns_[profile].push_back(std::move(column));
    });
    for (const Diagnostic& each : diagnostics)
        if (each.severity != Severity::note) refuse(format(each));
    return loaded;
}

const std::vector<Column>& ColumnNames::columns(std::string_view profile) const {
    static const std::vector<Column> none;
    const auto found = columns_.find(profile);
    return found == columns_.end() ? none : found->second;
}

const Column* ColumnNames::find(std::string_view profile, std::string_view heading) const {
    const auto places = places_.find(profile);
    if (places == places_.end() || heading.size() > kLongestHeading) return nullptr;
    const auto found = places->second.find(fold_words(heading));
    return found == places->second.end() ? nullptr : &columns(profile)[found->second];
}

}  // namespace wespol
