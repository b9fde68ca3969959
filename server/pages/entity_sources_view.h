// SPDX-License-Identifier: GPL-3.0-or-later
// Where each field of an entity comes from and as of when, and how to report that it is wrong: for
// the foot of its page. Thread-safe: no state.
#pragma once

#include "core/search/search_response.h"
#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"
#include "server/pages/view.h"

#include <optional>
#include <string>

namespace wespol {

/// `field_groups`: fields that belong together, only those of which something is known:
/// {group, group_sources: {source_fields, source_file, source_row, source_day}, is_beside (the
/// sources stand where it is shown), report_href, report_name}. And what tells how to report:
/// `report_href` (of the whole record), `report_mail`, `page_address`. `report_address`: of whoever
/// runs the site; without one there is no link.
void put_field_sources(View& view, const PageContext& context, const Messages& messages,
                       const EntityRecord& record,
                       const std::optional<std::string>& report_address);

}  // namespace wespol
