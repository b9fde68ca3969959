// SPDX-License-Identifier: GPL-3.0-or-later
// The page for an address that leads nowhere. Thread-safe: no state.
#pragma once

#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"
#include "server/pages/view.h"

#include <string_view>

namespace wespol {

View not_found_view(const PageContext& context, const Messages& messages, std::string_view what);

/// The same page for an entity that was removed.
View retired_view(const PageContext& context, const Messages& messages, const RetiredId& retired);

}  // namespace wespol
