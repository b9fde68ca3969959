// SPDX-License-Identifier: GPL-3.0-or-later
// Names as sequences of words, each word any of its lemmas: finds the longest of them that stands
// in a text in whatever inflected form. What the names name is the caller's: it gives numbers.
// Filled once, then read only: thread-safe.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

namespace wespol {

/// Of one word: distinct, sorted; folded, or with diacritics where the names have them too.
using Lemmas = std::vector<std::string>;

/// Whether two words may be forms of one.
bool share_a_lemma(const Lemmas& a, const Lemmas& b);

class LemmaSequences {
  public:
    struct Match {
        std::size_t count = 0;           ///< of words; 0 = none
        std::vector<std::size_t> names;  ///< numbers of the names of that length, distinct
    };

    /// Empty sequences are left out.
    void add(std::vector<Lemmas> words, std::size_t name);

    /// The longest that begins at `first`.
    Match longest_at(const std::vector<Lemmas>& words, std::size_t first) const;

  private:
    struct Sequence {
        std::vector<Lemmas> words;
        std::size_t name;
    };

    std::vector<Sequence> sequences_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_first_lemma_;
};

}  // namespace wespol
