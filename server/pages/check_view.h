// SPDX-License-Identifier: GPL-3.0-or-later
// What a check found → the page /certyfikaty: of one with everything that is known, of a list as a
// table in the order given. Thread-safe: no state.
#pragma once

#include "core/search/search_response.h"
#include "server/checks/list_check.h"
#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"
#include "server/pages/view.h"

#include <optional>
#include <string>
#include <vector>

namespace wespol {

struct CheckPage {
    std::string asked;  ///< what one was asked for; "" for none
    std::optional<CheckedLine> one;
    std::vector<EntityRecord> records;  ///< of the entities of `one`
    std::optional<CheckReport> many;
    std::string list_text;  ///< what stands in the field, to be checked again
    Wording refusal;        ///< why the list was not checked; "" = it was, or was none
};

View check_view(const PageContext& context, const Messages& messages, const CheckPage& page);

}  // namespace wespol
