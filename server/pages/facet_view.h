// SPDX-License-Identifier: GPL-3.0-or-later
// Facets as fieldsets of the search form: values with counts, long lists folded, and the chosen
// values as chips that can be removed. Works without scripts. Thread-safe: no state.
#pragma once

#include "core/search/search_response.h"
#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"
#include "server/pages/view.h"

namespace wespol {

/// How many values stand before the fold.
inline constexpr std::size_t kValuesBeforeFold = 10;

/// Facets that say something: with a value that is chosen or counts.
Views facet_views(const PageContext& context, const Messages& messages,
                  const SearchResponse& response);

/// One chip for each chosen value, for the place (unless the words say it) and for another day than
/// today: {kind, label, href without it}.
Views chip_views(const PageContext& context, const Messages& messages,
                 const SearchResponse& response);

}  // namespace wespol
