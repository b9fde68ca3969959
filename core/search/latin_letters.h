// SPDX-License-Identifier: GPL-3.0-or-later
// A Ukrainian word as a Polish name it may be written for: "фурія" → "furia". One likely spelling,
// without diacritics, for finding what is near; no transcription for people to read.
// Thread-safe: no state.
#pragma once

#include <string>
#include <string_view>

namespace wespol {

/// `folded`: a Cyrillic word as the analyzer folds it. Other letters stay as they are.
std::string in_latin_letters(std::string_view folded);

}  // namespace wespol
