// SPDX-License-Identifier: GPL-3.0-or-later
// /o-serwisie: what the directory is and is not, who runs it, where its facts come from, on what
// terms they can be used. Thread-safe: no state.
#pragma once

#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"
#include "server/pages/view.h"

namespace wespol {

View about_view(const PageContext& context, const Messages& messages);

}  // namespace wespol
