// SPDX-License-Identifier: GPL-3.0-or-later
// A Ukrainian word without its likely case ending: "пральня", "пральню", "пралень" → "пральн".
// There is no Ukrainian dictionary here; a stem only has to be the same for the forms of one word.
// Not a lemma, not for verbs. Thread-safe: no state.
#pragma once

#include <string>
#include <string_view>

namespace wespol {

/// Whether every letter is Cyrillic and there is one: what the stemmer is meant for.
bool is_cyrillic_word(std::string_view folded);

/// `folded` is lower case Cyrillic UTF-8. The word itself when it is short or bears no known
/// ending.
std::string light_stem_ukrainian(std::string_view folded);

}  // namespace wespol
