// SPDX-License-Identifier: GPL-3.0-or-later
// Sent with every answer, refusals included. A handler may give one of them another value.
// Thread-safe: made once.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace wespol {

const std::vector<std::pair<std::string, std::string>>& security_headers();

}  // namespace wespol
