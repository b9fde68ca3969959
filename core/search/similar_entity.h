// SPDX-License-Identifier: GPL-3.0-or-later
// An entity much like another, and what they share. Plain value.
#pragma once

#include "core/catalogue/entity.h"

#include <optional>
#include <string>
#include <vector>

namespace wespol {

struct SimilarEntity {
    Entity entity;
    /// As a person reads them, in the language asked for: "ta sama branża: catering".
    std::vector<std::string> reasons;
    std::optional<double> distance_km;  ///< null when the place of either is unknown
};

}  // namespace wespol
