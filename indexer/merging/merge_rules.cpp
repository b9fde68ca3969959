// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/merging/merge_rules.h"

#include "core/support/error.h"
#include "indexer/source/field_reader.h"
#include "indexer/source/json_lines_reader.h"

#include <algorithm>
#include <functional>

#include <fmt/format.h>

namespace wespol {
namespace {

constexpr const char* kKindsFile = "merging/source_kinds.jsonl";
constexpr const char* kRulesFile = "merging/field_rules.jsonl";
constexpr const char* kAllOthers = "*";

[[noreturn]] void refuse(const std::string& message) {
    throw Error(ErrorCode::data_rejected, message,
                "Bez tych reguł nie wiadomo, której wartości wierzyć; popraw plik.");
}

void read_rules(const std::filesystem::path& directory, const char* file, Diagnostics& diagnostics,
                const std::function<void(FieldReader&)>& take) {
    Diagnostics found;
    read_json_lines(directory / file, file, found, [&](const SourceRecord& record) {
        FieldReader fields(record, found);
        take(fields);
        fields.finish();
    });
    for (const Diagnostic& each : found)
        if (each.severity == Severity::error) refuse(format(each));
    diagnostics.insert(diagnostics.end(), found.begin(), found.end());
}

}  // namespace

MergeRules MergeRules::load(const std::filesystem::path& directory, Diagnostics& diagnostics) {
    MergeRules rules;
    read_rules(directory, kKindsFile, diagnostics, [&](FieldReader& fields) {
        const std::size_t kind = rules.kinds_.size();
        rules.kinds_.push_back(fields.required_text("code"));
        fields.required_text("label");
        for (std::string& source : fields.texts("sources"))
            rules.by_source_.emplace(std::move(source), kind);
        for (std::string& evidence : fields.texts("evidence"))
            rules.by_evidence_.emplace(std::move(evidence), kind);
    });
    read_rules(directory, kRulesFile, diagnostics, [&](FieldReader& fields) {
        const std::string field = fields.required_text("field");
        fields.required_text("why");
        const auto kinds_in = [&](const char* key) {
            std::vector<std::string> kinds = fields.texts(key);
            for (const std::string& each : kinds)
                if (std::ranges::find(rules.kinds_, each) == rules.kinds_.end())
                    fields.reject(key, each, "nie ma takiego rodzaju źródła",
                                  fmt::format("rodzaje są w {}", kKindsFile));
            return kinds;
        };
        const std::vector<std::string> preferred = kinds_in("prefer");
        for (const std::string& each : fields.texts("better_written"))
            if (const auto sign = name_sign(each))
                rules.better_written_.push_back(*sign);
            else
                fields.reject("better_written", each, "nie ma takiej cechy zapisu",
                              "cechy: wielkosc_liter, pelna_forma, cudzyslowy");
        for (const std::string& each : kinds_in("longer_from"))
            rules.longer_from_.insert(static_cast<std::size_t>(
                std::ranges::find(rules.kinds_, each) - rules.kinds_.begin()));
        if (field == kAllOthers)
            rules.others_ = rules.order_of(preferred);
        else
            rules.by_field_[field] = rules.order_of(preferred);
    });
    if (rules.others_.empty())
        refuse(fmt::format("{}: brakuje reguły dla pozostałych pól („*”)", kRulesFile));
    return rules;
}

MergeRules::Order MergeRules::order_of(const std::vector<std::string>& preferred) const {
    Order order;
    order.reserve(kinds_.size());
    for (const std::string& kind : kinds_)
        order.push_back(
            static_cast<std::size_t>(std::ranges::find(preferred, kind) - preferred.begin()));
    return order;
}

std::optional<std::size_t> MergeRules::kind(std::string_view source,
                                            const std::optional<std::string>& evidence) const {
    if (evidence) {
        const auto known = by_evidence_.find(*evidence);
        if (known != by_evidence_.end()) return known->second;
    }
    const auto known = by_source_.find(source);
    if (known == by_source_.end()) return std::nullopt;
    return known->second;
}

bool MergeRules::gives_longer_names(std::optional<std::size_t> kind) const {
    return kind && longer_from_.contains(*kind);
}

std::size_t MergeRules::rank(std::string_view field, std::optional<std::size_t> kind) const {
    if (!kind) return kinds_.size() + 1;
    const auto rule = by_field_.find(field);
    return (rule == by_field_.end() ? others_ : rule->second)[*kind];
}

}  // namespace wespol
