// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/explanation_json.h"

#include "core/search/facet_labels.h"

#include <cmath>

#include <nlohmann/json.hpp>

namespace wespol {

nlohmann::ordered_json explanation_json(const std::vector<ScorePart>& explanation,
                                        const References& references, Language language) {
    nlohmann::ordered_json parts = nlohmann::ordered_json::array();
    for (const ScorePart& part : explanation) {
        nlohmann::ordered_json json{{"what", code(part.source)}, {"text", part.text}};
        if (part.code.empty()) {
            json["field"] = field(part.field).name;
        } else {
            json["facet"] = field(part.field).parameter;
            json["code"] = part.code;
            json["label"] = value_label(references, part.field, part.code, language);
        }
        json["score"] = std::round(part.score * 1e6) / 1e6;
        parts.push_back(std::move(json));
    }
    return parts;
}

}  // namespace wespol
