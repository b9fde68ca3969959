// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/provenance_json.h"

#include "server/api/json_values.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

namespace wespol {
namespace {

using Json = nlohmann::ordered_json;

bool is_known(const Json& value) {
    return !value.is_null() && !(value.is_array() && value.empty());
}

/// Follow from the other fields and the tables of the region, not from the source of the record.
constexpr std::array<std::string_view, 3> kDerived{"id", "subregion", "location"};

/// Of one record of a source: the fields it gives, and where it says otherwise than is published.
Json claim_json(Json fields, Json differing, const Provenance& provenance) {
    Json claim{{"fields", std::move(fields)},      {"differing", std::move(differing)},
               {"source", provenance.file},        {"row", provenance.row},
               {"as_of", known(provenance.as_of)}, {"evidence", known(provenance.evidence)},
               {"urls", provenance.urls}};
    if (provenance.sheet) claim["sheet"] = *provenance.sheet;  // of a spreadsheet only
    return claim;
}

/// One record of a source is one claim about all its fields.
Json fields_of(const Json& record) {
    Json fields = Json::array();
    for (const auto& [key, value] : record.items())
        if (is_known(value) && std::ranges::find(kDerived, key) == kDerived.end())
            fields.push_back(key);
    return fields;
}

}  // namespace

Json provenance_json(const Json& record, const Provenance& provenance,
                     const std::vector<SourceClaim>& claims) {
    if (claims.empty())
        return Json::array({claim_json(fields_of(record), Json::array(), provenance)});
    Json told = Json::array();
    for (const SourceClaim& each : claims) {
        Json differing = Json::array();
        for (const DifferingValue& lost : each.differing)
            differing.push_back({{"field", lost.field}, {"value", lost.value}});
        told.push_back(claim_json(each.fields, std::move(differing), each.provenance));
    }
    return told;
}

}  // namespace wespol
