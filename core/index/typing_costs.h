// SPDX-License-Identifier: GPL-3.0-or-later
// What a typing mistake costs: how likely a Polish, English or Ukrainian typist is to have meant
// one word and written another. Compared are folded words, one byte a letter. Thread-safe: no
// state.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

/// A mistake that has no likelier explanation. All costs are parts of it.
inline constexpr int kWholeMistake = 12;
/// What one slip of the ear costs at most: ó/u, rz/ż, ch/h, i/j; and one doubled letter.
inline constexpr int kSlightMistake = 4;

/// Longer words are never compared.
inline constexpr std::size_t kMaxSpelledLetters = 40;

/// One byte a letter: a–z as they are, Cyrillic letters above them. Null for an empty or too long
/// word and for one with any other character, a digit for example.
std::optional<std::string> letter_codes(std::string_view folded);
std::string from_letter_codes(std::string_view codes);
bool is_cyrillic_code(char letter);

/// The distance of one typed word from words that are followed letter by letter, so that words
/// with a common beginning share its work (weighted Damerau-Levenshtein, a row for each letter).
class TypingDistance {
  public:
    explicit TypingDistance(std::string typed_codes);

    /// The word followed now has `depth` letters, the last of them new. Letters before it must be
    /// those given for the smaller depths.
    void follow(std::string_view word_codes, std::size_t depth);

    /// Of the word as far as it was followed.
    int cost(std::size_t depth) const { return rows_[depth][typed_.size()]; }

    /// No word that begins like the one followed costs less.
    int least_cost(std::size_t depth) const;

  private:
    using Row = std::array<int, kMaxSpelledLetters + 1>;

    /// Where the typed word has one side of a confusion.
    struct Place {
        std::string_view meant;
        std::size_t typed_letters;
        std::size_t typed_end;
        int cost;
    };

    std::string typed_;
    std::vector<Row> rows_;
    std::vector<int> least_;
    std::array<std::vector<Place>, 256> places_;  ///< by the last letter of what was meant
};

}  // namespace wespol
