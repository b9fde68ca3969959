// SPDX-License-Identifier: GPL-3.0-or-later
// Links to the sectors that belong to no broader one, greatest first: the way in from the home page
// and the way out of a search that finds nothing. Thread-safe as Messages are.
#pragma once

#include "core/search/search_response.h"
#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"
#include "server/pages/view.h"

namespace wespol {

/// `overview`: the answer to a search for everyone.
Views sector_links(const PageContext& context, const Messages& messages,
                   const SearchResponse& overview);

}  // namespace wespol
