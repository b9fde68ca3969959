// SPDX-License-Identifier: GPL-3.0-or-later
// Text without case and diacritics: "Łódź" → "lodz", by ICU. Cyrillic and Greek keep their marks
// (lower case), never folded to nothing. Invalid UTF-8 is replaced. Thread-safe: no state.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wespol {

/// Lower case with Polish rules, diacritics kept.
std::string lower(std::string_view text);

/// Lower case without diacritics, compatibility forms made plain, invisible characters (zero width,
/// soft hyphen, direction marks) and apostrophes inside Cyrillic words left out. For terms and
/// comparison: fold(fold(x)) == fold(x).
std::string fold(std::string_view text);

/// "„Furia” sp. soc." → "furia", "sp", "soc".
std::vector<std::string> folded_words(std::string_view text);

/// The same joined by one space: "furia sp soc". For exact-name keys.
std::string fold_words(std::string_view text);

/// Well-formed UTF-8 with U+FFFD for what was not; NUL and other control characters become spaces,
/// direction marks and zero-width spaces are left out.
std::string clean_utf8(std::string_view text);

}  // namespace wespol
