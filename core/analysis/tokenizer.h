// SPDX-License-Identifier: GPL-3.0-or-later
// Text → words with their byte offsets, by ICU's word rules (UAX #29) and a few of ours: e-mail
// addresses, numbers with inner hyphens or dots and house numbers ("2 A") stay whole, other words
// end at any punctuation.
// Knows nothing of Polish. Thread-safe: one break iterator per thread.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace wespol {

struct Token {
    std::size_t begin = 0;  ///< bytes into the text
    std::size_t end = 0;    ///< one past the last byte
    std::string_view text;  ///< a view into the text given
};

/// In the order of the text, never overlapping, each with a letter or a digit.
std::vector<Token> tokenize(std::string_view text);

}  // namespace wespol
