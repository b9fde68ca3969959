// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a query that may be read as a place, a day or a state: neither in quotes nor behind
// a minus. A reading takes the words it understood; what nobody took is the text that remains.
// One for each query, used by one thread; keeps views of the text given.
#pragma once

#include "core/analysis/analyzer.h"
#include "core/index/lemma_sequences.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wespol {

class PlainWords {
  public:
    /// `text`: with single spaces, as tidy_text() leaves it.
    PlainWords(std::string_view text, const Analyzer& analyzer);

    std::size_t size() const { return surfaces_.size(); }
    const std::vector<Lemmas>& lemmas() const { return lemmas_; }
    const std::vector<std::string>& surfaces() const { return surfaces_; }
    const std::string& surface(std::size_t word) const { return surfaces_[word]; }
    bool is_capitalised(std::size_t word) const;

    /// As typed, from the first to the last of them: "10 km od Konina".
    std::string_view written(std::size_t first, std::size_t count) const;

    /// Whether all of them are there, side by side and not taken yet.
    bool are_together(std::size_t first, std::size_t count) const;

    /// Whether nothing that is still free stands beside these words, before or behind.
    bool is_first(std::size_t word) const { return word == 0 || !are_together(word - 1, 2); }
    bool is_last(std::size_t word) const { return !are_together(word, 2); }

    void take(std::size_t first, std::size_t count);

    /// The text without what was taken.
    std::string rest() const;

  private:
    struct Place {
        std::size_t begin = 0, end = 0;  ///< bytes of the text
        std::size_t stretch = 0;         ///< words of different stretches do not belong together
        bool is_taken = false;
    };

    std::string_view text_;
    std::vector<Lemmas> lemmas_;
    std::vector<std::string> surfaces_;
    std::vector<Place> places_;
    std::vector<std::pair<std::size_t, std::size_t>> taken_;  ///< bytes of the text
};

}  // namespace wespol
