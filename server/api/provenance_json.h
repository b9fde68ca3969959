// SPDX-License-Identifier: GPL-3.0-or-later
// Where a record comes from, as claims: each source record, the fields it gives, and where it says
// otherwise than is published. Thread-safe: no state.
#pragma once

#include "core/catalogue/provenance.h"

#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace wespol {

/// A list of claims about `record`, the fields of an entity, a certificate or a product. Without
/// `claims` one source record describes all that is known.
nlohmann::ordered_json provenance_json(const nlohmann::ordered_json& record,
                                       const Provenance& provenance,
                                       const std::vector<SourceClaim>& claims = {});

}  // namespace wespol
