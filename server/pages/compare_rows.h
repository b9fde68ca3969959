// SPDX-License-Identifier: GPL-3.0-or-later
// What is compared: a row for each thing, a cell for each entity, a cell being lines of text, links
// and labels. What is not known is said in the cell. Thread-safe: no state.
#pragma once

#include "core/search/search_response.h"
#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"
#include "server/pages/view.h"

#include <vector>

namespace wespol {

/// {title, notes: {lead, text}, cells: {entity, lines: {text, href, is_soft, label}}} each.
Views compare_rows(const PageContext& context, const Messages& messages,
                   const std::vector<EntityRecord>& records);

}  // namespace wespol
