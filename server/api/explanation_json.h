// SPDX-License-Identifier: GPL-3.0-or-later
// What made a hit's score, as JSON: [{"what": "word", "text": "furia", "field": "name", "score":
// 12}]. Of a concept also facet, code and label. No state: thread-safe.
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/search/score_part.h"

#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace wespol {

nlohmann::ordered_json explanation_json(const std::vector<ScorePart>& explanation,
                                        const References& references, Language language);

}  // namespace wespol
