// SPDX-License-Identifier: GPL-3.0-or-later
// Entities that stand in several lists which do not say the same: what is published, what another
// list says and where. Thread-safe: no state.
#pragma once

#include "core/catalogue/entity.h"

#include <cstddef>
#include <string>
#include <vector>

namespace wespol {

struct DifferingClaim {
    std::string field;      ///< key of record_keys.h
    std::string published;  ///< as text; "" = not published
    std::string said;
    std::string file;  ///< where it is said
    std::size_t row = 0;
    std::string sheet{};
};

/// Empty when the sources agree, or when there is one source only.
std::vector<DifferingClaim> differing_claims(const Entity& entity);

}  // namespace wespol
