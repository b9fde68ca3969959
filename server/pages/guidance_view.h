// SPDX-License-Identifier: GPL-3.0-or-later
// Guidance for an official who buys from the social economy → the page /zamowienia: the threshold
// of the procurement law on the day, ways to buy, what to verify, what to put in the file.
// Information with its sources, not advice. Thread-safe: no state.
#pragma once

#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"
#include "server/pages/view.h"

#include <cstdint>
#include <optional>

namespace wespol {

/// `net_value`: of the purchase in grosz; null when it was not told.
View guidance_view(const PageContext& context, const Messages& messages,
                   const std::optional<std::int64_t>& net_value);

}  // namespace wespol
