// SPDX-License-Identifier: GPL-3.0-or-later
// The answer for an id that no entity has: it leads to where it moved, or says since when and why
// it is gone, or that there never was one. The same for pages and the API. Thread-safe: no state.
#pragma once

#include "server/exchange.h"

#include <string_view>

namespace wespol {

/// 301 to `base` + the id it moved to, with the request's own parameters; else 410 or 404.
HttpResponse missing_entity(const Exchange& exchange, std::string_view base);

}  // namespace wespol
