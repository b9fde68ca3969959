// SPDX-License-Identifier: GPL-3.0-or-later
// One CPV code: what it is called, what stands above and below it, whether it is on the list of
// art. 361, which sectors are bought under it and who supplies it, in three groups that say how.
// Thread-safe: no state.
#pragma once

#include "core/search/cpv_response.h"
#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"
#include "server/pages/view.h"

#include <string>

namespace wespol {

struct CpvCodePage {
    CpvRecord record;
    std::string wrong_check_digit;  ///< as asked for, where a source gives another one; or ""
};

View cpv_code_view(const PageContext& context, const Messages& messages, const CpvCodePage& page);

}  // namespace wespol
