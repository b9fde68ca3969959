// SPDX-License-Identifier: GPL-3.0-or-later
// Links from a results page to the same result as a file, and to the feeds of certificates.
// Thread-safe: no state.
#pragma once

#include "core/search/search_response.h"
#include "server/pages/messages.h"
#include "server/pages/view.h"

namespace wespol {

/// Puts {alternates: [{type, href, title}]} of the feeds of all certificates.
void put_certificate_feeds(View& view, const Messages& messages);

/// Puts {downloads: {lead, hint, formats: [{label, href, meaning}]}}, `false` where nothing is
/// found; and {alternates: [{type, href, title}]} for the page's head.
void put_downloads(View& view, const Messages& messages, const SearchResponse& response);

}  // namespace wespol
