// SPDX-License-Identifier: GPL-3.0-or-later
// The case endings people give to acronyms: "ZAZ-em", "w wtzie", "KGW-ów". No general Polish
// endings (light_stem.h). Thread-safe: no state.
#pragma once

#include <array>
#include <string_view>

namespace wespol {

inline constexpr std::array<std::string_view, 18> kAcronymEndings{
    "a",   "ach", "ami", "e",    "ie", "em", "i",   "iem", "om",
    "owi", "ów",  "ow",  "owie", "u",  "y",  "zie", "cie", "ze"};

/// Longer words are hardly acronyms, unless they are written in capital letters.
inline constexpr std::size_t kLongestPlainAcronym = 5;

}  // namespace wespol
