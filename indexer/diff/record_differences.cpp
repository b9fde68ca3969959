// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/diff/record_differences.h"

#include "indexer/diff/field_names.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

namespace wespol {
namespace {

using Json = nlohmann::json;

constexpr const char* kProvenance = "provenance";
constexpr const char* kRow = "row";

/// The fields of the provenance become fields of the record: "provenance.as_of".
void flatten_provenance(Json& record) {
    const auto found = record.find(kProvenance);
    if (found == record.end()) return;
    const Json provenance = *found;
    record.erase(found);
    for (const auto& [key, value] : provenance.items())
        record[std::string(kProvenance) + "." + key] = value;
}

std::string text_of(const Json& record, const std::string& key) {
    const auto found = record.find(key);
    return found == record.end() ? "" : found->dump();
}

}  // namespace

void forget_rows(Json& json) {
    if (json.is_object()) {
        const auto provenance = json.find(kProvenance);
        if (provenance != json.end()) provenance->erase(kRow);
    }
    if (json.is_structured())
        for (Json& each : json)
            forget_rows(each);
}

std::vector<FieldChange> differences(Json before, Json after) {
    std::set<std::string> keys;
    for (Json* record : {&before, &after}) {
        forget_rows(*record);
        flatten_provenance(*record);
        for (const auto& [key, value] : record->items())
            keys.insert(key);
    }
    std::vector<FieldChange> changes;
    for (const std::string& key : keys) {
        FieldChange change{key, text_of(before, key), text_of(after, key)};
        if (change.before != change.after) changes.push_back(std::move(change));
    }
    std::stable_sort(changes.begin(), changes.end(),
                     [](const FieldChange& a, const FieldChange& b) {
                         return rank_of_field(a.field) < rank_of_field(b.field);
                     });
    return changes;
}

}  // namespace wespol
