// SPDX-License-Identifier: GPL-3.0-or-later
// Words that nobody looks for, in the languages people ask in. Thread-safe: no state.
#pragma once

#include <string_view>

namespace wespol {

/// "w", "dla", "the", "біля": `surface` is folded.
bool is_stop_word(std::string_view surface);

}  // namespace wespol
