// SPDX-License-Identifier: GPL-3.0-or-later
// Marks in a text the words that a query matched, by the same analyzer that indexed it: a word
// that shares a lemma with a query word, and the words of a phrase where the phrase stands.
// Excluded clauses and identifiers mark nothing. Cheap to make per request; refers to the
// analyzer it was given; read only, thread-safe.
#pragma once

#include "core/analysis/analyzer.h"
#include "core/search/query_tree.h"
#include "core/search/search_response.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace wespol {

class Highlighter {
  public:
    Highlighter(const QueryTree& tree, const Analyzer& analyzer);

    /// The whole text, runs in order; joining them gives the text back.
    HighlightedText highlight(std::string_view text) const;

    /// About `max_characters` around the densest matches, cut at words, "…" where it was cut.
    /// The beginning of the text when nothing in it matches.
    HighlightedText snippet(std::string_view text, std::size_t max_characters = 240) const;

    /// How many words of the text match.
    std::size_t count_matches(std::string_view text) const;

  private:
    /// Neighbouring words, counted in the text's words, that match together.
    struct Match {
        std::size_t first = 0, end = 0;
    };

    std::vector<Match> find_matches(const std::vector<AnalyzedWord>& words) const;
    std::size_t matched_words_at(const std::vector<AnalyzedWord>& words, std::size_t at) const;

    const Analyzer& analyzer_;
    std::unordered_set<std::string> lemmas_;
    std::vector<std::vector<std::string>> phrases_;
};

}  // namespace wespol
