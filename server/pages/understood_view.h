// SPDX-License-Identifier: GPL-3.0-or-later
// How the words of a query were understood → chips, each with a link that switches its kind of
// understanding off, and the links around a place. Thread-safe: no state.
#pragma once

#include "core/search/search_response.h"
#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"
#include "server/pages/view.h"

namespace wespol {

/// The same search without that kind of understanding.
SearchRequest without_reading(SearchRequest request, ReadingPart part);

/// {understood: [{kind, label, href}], radii: [{label, href, current}], place_words, words_href,
/// other_places: [{label, href}], switched_off, switch_on_href}
void put_understood(View& view, const PageContext& context, const Messages& messages,
                    const SearchResponse& response);

}  // namespace wespol
