// SPDX-License-Identifier: GPL-3.0-or-later
// Everything known of one entity → its page. Unknown things are left out or said to be unknown,
// never guessed. Thread-safe: no state.
#pragma once

#include "core/search/search_response.h"
#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"
#include "server/pages/view.h"

namespace wespol {

View entity_view(const PageContext& context, const Messages& messages, const EntityRecord& record);

}  // namespace wespol
