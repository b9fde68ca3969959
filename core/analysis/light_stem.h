// SPDX-License-Identifier: GPL-3.0-or-later
// What is left of a word that no dictionary knows (a name, a coinage) without its likely Polish
// case ending: "klunkrow", "klunkry" → "klunkr". Not a lemma. Thread-safe: no state.
#pragma once

#include <string_view>

namespace wespol {

/// `folded` is ASCII lower case. The word itself when it is short or bears no known ending.
std::string_view light_stem(std::string_view folded);

}  // namespace wespol
