// SPDX-License-Identifier: GPL-3.0-or-later
// What can be bought from the social economy, by CPV codes: a field for a code or words, what was
// found for them, all codes by divisions. Thread-safe: no state.
#pragma once

#include "core/search/cpv_response.h"
#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"
#include "server/pages/view.h"

#include <optional>
#include <string>

namespace wespol {

struct CpvPage {
    CpvOverview overview;
    std::optional<CpvFinding> finding;  ///< null when no words were asked for
    std::string no_code;                ///< what was asked for as a code and is none; or ""
    std::string cut_off;                ///< how what was too long begins; or ""
};

View cpv_view(const PageContext& context, const Messages& messages, const CpvPage& page);

/// {href, code, label, is_listed, count, is_none} of a code in a list. Who can deliver it through a
/// broader code only is told so, not counted with those who do it.
View cpv_row_view(const PageContext& context, const Messages& messages, const std::string& code,
                  const CpvCounts& suppliers);

/// Puts what the list of art. 361 is and whose it is: {list_size, list_title, list_sources,
/// list_read_on}. Without a list in the vocabulary `has_list` is false.
void put_art_361_list(View& view, const PageContext& context, const Messages& messages);

}  // namespace wespol
