// SPDX-License-Identifier: GPL-3.0-or-later
// The case endings of Ukrainian nouns and adjectives, stripped without a dictionary: "Коніна",
// "Коніні" → "конін", "пральню" → "пральн". Light: it joins forms, it does not know words.
// Thread-safe: no state.
#pragma once

#include <string_view>

namespace wespol {

/// A view into the folded Cyrillic word; the word itself when it is too short to take apart.
std::string_view ukrainian_stem(std::string_view folded);

}  // namespace wespol
