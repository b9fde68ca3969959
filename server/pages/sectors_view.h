// SPDX-License-Identifier: GPL-3.0-or-later
// View models of /branze and /branza/<code>: the sectors with what is below them, and one sector
// with where its entities are. Thread-safe as Messages are.
#pragma once

#include "server/browsing/browsing_pages.h"
#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"
#include "server/pages/view.h"

namespace wespol {

/// `overview`: the answer to a search for everyone.
View sectors_view(const PageContext& context, const Messages& messages,
                  const SearchResponse& overview);

View sector_view(const PageContext& context, const Messages& messages, const SectorPage& page);

}  // namespace wespol
