// SPDX-License-Identifier: GPL-3.0-or-later
// Entities like another one, as JSON: id, name, url, town, reasons, distance in kilometres.
// No state: thread-safe.
#pragma once

#include "core/search/similar_entity.h"

#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace wespol {

nlohmann::ordered_json similar_json(const std::vector<SimilarEntity>& similar);

}  // namespace wespol
