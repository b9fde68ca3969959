// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/report/differing_values.h"

#include "core/catalogue/record_json.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace wespol {
namespace {

using Json = nlohmann::json;

std::string text_of(const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (!value.is_array()) return value.dump();
    std::string text;
    for (const Json& each : value)
        text += (text.empty() ? "" : ", ") + text_of(each);
    return text;
}

}  // namespace

std::vector<DifferingClaim> differing_claims(const Entity& entity) {
    const auto says_otherwise = [](const SourceClaim& claim) { return !claim.differing.empty(); };
    if (std::ranges::none_of(entity.claims, says_otherwise)) return {};
    const Json published = Json::parse(encode(entity));
    std::vector<DifferingClaim> claims;
    for (const SourceClaim& claim : entity.claims)
        for (const DifferingValue& each : claim.differing) {
            const auto value = published.find(each.field);
            claims.push_back({each.field, value == published.end() ? "" : text_of(*value),
                              each.value, claim.provenance.file, claim.provenance.row,
                              claim.provenance.sheet.value_or("")});
        }
    return claims;
}

}  // namespace wespol
