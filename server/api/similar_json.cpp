// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/similar_json.h"

#include "server/api/json_values.h"

#include <cmath>

#include <nlohmann/json.hpp>

namespace wespol {

nlohmann::ordered_json similar_json(const std::vector<SimilarEntity>& similar) {
    using Json = nlohmann::ordered_json;
    Json list = Json::array();
    for (const SimilarEntity& each : similar)
        list.push_back(
            {{"id", each.entity.id},
             {"name", each.entity.name},
             {"url", entity_url(each.entity.id)},
             {"town", each.entity.town ? Json(*each.entity.town) : Json(nullptr)},
             {"reasons", each.reasons},
             {"distance_km",
              each.distance_km ? Json(std::round(*each.distance_km * 10) / 10) : Json(nullptr)}});
    return list;
}

}  // namespace wespol
