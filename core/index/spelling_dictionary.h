// SPDX-License-Identifier: GPL-3.0-or-later
// The words that can be found, for correcting those that cannot: folded, with how often they occur
// and whether they stand in a name. Finds the words nearest to a mistyped one within bounded time.
// Not a dictionary of Polish. A plain value that can be stored; immutable, thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wespol {

class TypingDistance;

struct SpellingWord {
    std::string folded;
    std::uint32_t frequency = 0;  ///< documents that have it
    bool in_name = false;         ///< of an entity, a product or a place
    std::string spelling;         ///< with diacritics; "" where not known
    bool is_initials = false;     ///< people type them, but nobody mistypes them: never suggested
};

struct SpellingSuggestion {
    std::string folded;
    std::string spelling;  ///< "" where not known
    int cost = 0;          ///< of the mistake (typing_costs.h)
    int rank = 0;          ///< cost less what speaks for the word: a name, a frequent one
};

class SpellingDictionary {
  public:
    SpellingDictionary() = default;
    /// In any order; of equal words the frequencies are added up. Left out are words of fewer than
    /// three letters and those with other characters than letters of one of the alphabets.
    explicit SpellingDictionary(std::vector<SpellingWord> words);

    bool contains(std::string_view folded) const;
    bool has_name(std::string_view folded) const;
    /// With diacritics; "" where not known.
    std::string spelling(std::string_view folded) const;

    /// At most `limit` others of the same alphabet, the lowest rank first. Those with more than one
    /// whole mistake only where there are none with less.
    std::vector<SpellingSuggestion> nearest(std::string_view folded, int max_cost,
                                            std::size_t limit) const;

    /// At most `limit` words of names that begin so, the lowest rank first: the typed word may be
    /// unfinished. What is missing costs less than any other letters would.
    std::vector<SpellingSuggestion> names_beginning(std::string_view folded,
                                                    std::size_t limit) const;

  private:
    struct Entry {
        std::uint32_t begin;       ///< of its letters
        std::uint8_t length;       ///< of letters
        std::uint8_t shared;       ///< how many of them the word before begins with too
        std::uint8_t merit;        ///< what its rank is lower than its cost
        std::uint8_t in_name;      ///< 0 or 1
        std::uint8_t is_initials;  ///< 0 or 1
    };

    std::string_view letters(const Entry& entry) const {
        return std::string_view(letters_).substr(entry.begin, entry.length);
    }
    std::vector<SpellingSuggestion> within(TypingDistance& distance, int bound,
                                           std::size_t limit) const;
    const Entry* find(std::string_view folded) const;

    std::string letters_;         ///< letter codes of all words, one after another
    std::vector<Entry> entries_;  ///< by their letters
    std::unordered_map<std::string, std::string> spellings_;
};

}  // namespace wespol
