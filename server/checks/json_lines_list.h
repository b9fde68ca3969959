// SPDX-License-Identifier: GPL-3.0-or-later
// {"lines": […]} → its lines, read as it streams by: nothing is built of what a stranger nests, and
// reading stops at the first thing that does not belong there. Thread-safe: no state.
#pragma once

#include "server/checks/written_list.h"

#include <string>
#include <string_view>
#include <vector>

namespace wespol {

tl::expected<std::vector<std::string>, ListProblem> parse_json_lines(std::string_view json);

}  // namespace wespol
