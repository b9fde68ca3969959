// SPDX-License-Identifier: GPL-3.0-or-later
// What single values of a response's facets count. Thread-safe: no state.
#pragma once

#include "core/search/search_response.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace wespol {

/// 0 where the facet does not have the value.
std::size_t facet_count(const SearchResponse& response, FieldId field, std::string_view code);

/// All values of the facet, by code.
std::map<std::string, std::size_t> facet_counts(const SearchResponse& response, FieldId field);

}  // namespace wespol
