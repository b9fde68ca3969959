// SPDX-License-Identifier: GPL-3.0-or-later
// Which answers the pages of other sites may read (CORS). Thread-safe: no state.
#pragma once

#include "server/http/message.h"

#include <string_view>

namespace wespol {

/// What is public and read without cookies is open to them, errors included; what was sent is not.
/// Headers the answer has already stay.
void open_to_other_sites(std::string_view method, std::string_view path, HttpResponse& answer);

}  // namespace wespol
