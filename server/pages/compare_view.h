// SPDX-License-Identifier: GPL-3.0-or-later
// A comparison → the page /porownaj: entities as columns, one row for each thing that can be
// compared, the three legal facts in three rows. Thread-safe: no state.
#pragma once

#include "server/entity_comparison.h"
#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"
#include "server/pages/view.h"

#include <optional>
#include <string>

namespace wespol {

struct ComparePage {
    EntityComparison comparison;
    std::string asked;                 ///< who was to be added; "" for nobody
    std::optional<Addition> addition;  ///< of them; null when there was no room
    std::string public_url;            ///< without a slash at the end
};

View compare_view(const PageContext& context, const Messages& messages, const ComparePage& page);

}  // namespace wespol
