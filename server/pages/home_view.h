// SPDX-License-Identifier: GPL-3.0-or-later
// The answer to the empty request → the first page: sectors, map of powiaty, figures.
// Thread-safe: no state.
#pragma once

#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"
#include "server/pages/view.h"

namespace wespol {

View home_view(const PageContext& context, const Messages& messages,
               const SearchResponse& overview);

}  // namespace wespol
