// SPDX-License-Identifier: GPL-3.0-or-later
// What a query was taken to mean → the key `understood` of API v1 (docs: api.md).
// Thread-safe: no state.
#pragma once

#include "core/search/search_response.h"

#include <nlohmann/json_fwd.hpp>

namespace wespol {

nlohmann::ordered_json understood_json(const Understood& understood, const SearchRequest& asked,
                                       Language language);

}  // namespace wespol
