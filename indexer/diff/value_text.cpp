// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/diff/value_text.h"

#include "core/support/joined.h"
#include "indexer/diff/field_names.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

namespace wespol {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostOfAList = 5;

Json parsed(const std::string& json) {
    return json.empty() ? Json() : Json::parse(json);
}

std::string shown(std::string_view key, const Json& value, const References& references) {
    if (value.is_null()) return "brak";
    if (value.is_boolean()) return value.get<bool>() ? "tak" : "nie";
    if (value.is_string()) return shown_value(key, value.get<std::string>(), references);
    if (!value.is_structured()) return value.dump();
    // Of an inner record those values that are plain: "„OPP”, 2025-02".
    std::vector<std::string> parts;
    for (const auto& [inner, each] : value.items())
        if (!each.is_structured())
            parts.push_back(value.is_object() ? shown(inner, each, references)
                                              : shown(key, each, references));
    return joined(parts, ", ");
}

std::string shown_some(const char* verb, std::string_view key, const std::vector<Json>& values,
                       const References& references) {
    if (values.empty()) return "";
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < std::min(values.size(), kMostOfAList); ++i)
        parts.push_back(shown(key, values[i], references));
    return fmt::format("{} {}{}", verb, fmt::join(parts, ", "),
                       values.size() > kMostOfAList
                           ? fmt::format(" i {} więcej", values.size() - kMostOfAList)
                           : "");
}

std::vector<Json> without(const Json& values, const Json& others) {
    std::vector<Json> left;
    for (const Json& each : values)
        if (std::find(others.begin(), others.end(), each) == others.end()) left.push_back(each);
    return left;
}

std::string change_of_list(std::string_view key, Json before, Json after,
                           const References& references) {
    if (before.is_null()) before = Json::array();
    if (after.is_null()) after = Json::array();
    const std::string added = shown_some("dopisano", key, without(after, before), references);
    const std::string gone = shown_some("usunięto", key, without(before, after), references);
    if (added.empty() && gone.empty()) return "zmieniła się kolejność";
    return added + (added.empty() || gone.empty() ? "" : "; ") + gone;
}

}  // namespace

std::string change_of_value(const FieldChange& change, const References& references) {
    const Json before = parsed(change.before);
    const Json after = parsed(change.after);
    if (before.is_array() || after.is_array())
        return change_of_list(change.field, before, after, references);
    return fmt::format("{} → {}", shown(change.field, before, references),
                       shown(change.field, after, references));
}

}  // namespace wespol
