// SPDX-License-Identifier: GPL-3.0-or-later
// /prywatnosc: what the site keeps of those who use it, which is nothing, and what only its
// operator can tell. Must stay true to server/logging.h and to what the scripts keep in a browser.
// Thread-safe: no state.
#pragma once

#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"
#include "server/pages/view.h"

#include <string>

namespace wespol {

/// `tile_origin`: "https://tiles.example.org" where the map's pictures come from; "" = none.
View privacy_view(const PageContext& context, const Messages& messages,
                  const std::string& tile_origin);

}  // namespace wespol
