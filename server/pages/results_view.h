// SPDX-License-Identifier: GPL-3.0-or-later
// A search and its answer → the results page. Every link is a request's canonical address, so that
// what is shown can be had again. Thread-safe: no state.
#pragma once

#include "core/search/search_response.h"
#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"
#include "server/pages/view.h"

#include <optional>

namespace wespol {

/// `overview`: the answer to a search for everyone, where there is nothing else to show; `map`:
/// null for a list.
View results_view(const PageContext& context, const Messages& messages,
                  const SearchResponse& response, const ProductResponse& products,
                  const std::optional<SearchResponse>& overview, const MapPage* map);

}  // namespace wespol
