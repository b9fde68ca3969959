// SPDX-License-Identifier: GPL-3.0-or-later
// How many slips of the hand lie between two folded words: a letter missing, extra, wrong, or two
// neighbours swapped. Bounded in work. Thread-safe: no state.
#pragma once

#include <cstddef>
#include <string_view>

namespace wespol {

/// The distance when it is at most `bound` (≤ 3), else `bound` + 1. Bytes are compared: ASCII.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t bound);

/// How many slips are believable in words of that length: none below five letters.
std::size_t believable_slips(std::size_t longer);

/// Within believable_slips of each other, and not equal.
bool are_mistyped(std::string_view a, std::string_view b);

}  // namespace wespol
