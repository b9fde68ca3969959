// SPDX-License-Identifier: GPL-3.0-or-later
// Short sequences of words in tables ("w okolicach", "stan na dzień") and whether they stand
// before or behind a word of a query. Thread-safe: no state.
#pragma once

#include "core/search/plain_words.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace wespol {

/// Folded surfaces; unused places are empty.
struct WordSequence {
    std::array<std::string_view, 3> words;

    constexpr WordSequence(std::string_view a, std::string_view b = {}, std::string_view c = {})
        : words{a, b, c} {}

    constexpr std::size_t size() const { return words[2].empty() ? (words[1].empty() ? 1 : 2) : 3; }

    /// Whether it stands there, of words that are together and not taken.
    bool stands_at(const PlainWords& query, std::size_t first) const {
        if (!query.are_together(first, size())) return false;
        for (std::size_t i = 0; i < size(); ++i)
            if (query.surface(first + i) != words[i]) return false;
        return true;
    }
};

/// How many words right before `word` are a sequence of the table, and belong to it; 0 = none.
template <class Table>
std::size_t longest_ending_at(const PlainWords& query, std::size_t word, const Table& table) {
    std::size_t longest = 0;
    for (const WordSequence& each : table) {
        const std::size_t size = each.size();
        if (size > longest && size <= word && each.stands_at(query, word - size) &&
            query.are_together(word - size, size + 1))
            longest = size;
    }
    return longest;
}

/// How many words from `word` on are a sequence of the table and belong to the one before.
template <class Table>
std::size_t longest_beginning_at(const PlainWords& query, std::size_t word, const Table& table) {
    std::size_t longest = 0;
    for (const WordSequence& each : table) {
        const std::size_t size = each.size();
        if (size > longest && word > 0 && each.stands_at(query, word) &&
            query.are_together(word - 1, size + 1))
            longest = size;
    }
    return longest;
}

}  // namespace wespol
