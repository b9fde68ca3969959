// SPDX-License-Identifier: GPL-3.0-or-later
// /kolejnosc: why results stand where they stand, in plain words. Must stay true to
// core/search/ranking_parts.cpp, page_order.h and the weights of schema.h. Thread-safe: no state.
#pragma once

#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"
#include "server/pages/view.h"

namespace wespol {

View order_view(const PageContext& context, const Messages& messages);

}  // namespace wespol
