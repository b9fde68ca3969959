// SPDX-License-Identifier: GPL-3.0-or-later
// Page numbers as links: the first, the last, and those around the page one is on.
// Thread-safe: no state.
#pragma once

#include "core/search/search_request.h"
#include "server/pages/page_renderer.h"
#include "server/pages/view.h"

#include <cstddef>
#include <string>

namespace wespol {

/// At least 1, at most as deep as the search allows.
int last_page(const SearchRequest& request, std::size_t total);

std::string page_href(const PageContext& context, const SearchRequest& request, int page);

/// `false` when everything stands on one page, else {previous, next, pages: [{number, href,
/// current, gap_before}]}. Pages deeper than the search allows are not offered.
View paging_view(const PageContext& context, const SearchRequest& request, std::size_t total);

}  // namespace wespol
