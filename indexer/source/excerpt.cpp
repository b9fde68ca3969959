// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/source/excerpt.h"

#include "core/analysis/folding.h"

namespace wespol {

std::string excerpt(std::string_view text) {
    constexpr std::size_t longest_utf8_sequence = 4;
    const std::string clean =
        clean_utf8(text.substr(0, longest_utf8_sequence * (kExcerptCharacters + 1)));
    std::size_t characters = 0;
    std::size_t end = 0;
    for (; end < clean.size(); ++end) {
        const bool begins_character = (static_cast<unsigned char>(clean[end]) & 0xC0) != 0x80;
        if (begins_character && characters++ == kExcerptCharacters)
            return clean.substr(0, end) + "…";
    }
    return clean;
}

}  // namespace wespol
