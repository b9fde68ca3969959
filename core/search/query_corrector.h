// SPDX-License-Identifier: GPL-3.0-or-later
// The query that was meant when the one typed finds nothing: words that nothing has are replaced
// by the likeliest ones that something has, run together words are parted, parted ones joined.
// Never touches phrases, excluded words, numbers, addresses, or Polish words that merely nobody has
// ("geodeta"), unless they lack their diacritics and are the slightest slip of the ear; a mere form
// of such a word ("sprzatnie") gives way to a word of the vocabulary. Holds references to what it
// is given; use from one thread.
#pragma once

#include "core/analysis/analyzer.h"
#include "core/index/spelling_dictionary.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

/// What the corrector asks of the search it belongs to.
struct CorrectionQuestions {
    /// How many documents a whole query finds.
    std::function<std::size_t(const std::string& text)> count;
    /// Whether it is the name of a place, which needs no record.
    std::function<bool(const AnalyzedWord& word)> is_place;
    /// Whether any document has the word or its stem.
    std::function<bool(const AnalyzedWord& word)> is_found;
    /// How the records write a folded word; "" when they do not.
    std::function<std::string(const std::string& folded)> spelling;
};

class QueryCorrector {
  public:
    QueryCorrector(const SpellingDictionary& dictionary, const Analyzer& analyzer,
                   CorrectionQuestions questions);

    /// For a query that finds nothing: another that finds something. Null when there is none near.
    std::optional<std::string> correct(std::string_view text) const;

    struct Better {
        std::string text;
        std::size_t total = 0;
    };
    /// For a query that finds few: one that finds clearly more, where a word is neither Polish nor
    /// of any name.
    std::optional<Better> better(std::string_view text, std::size_t total) const;

  private:
    /// A word of the query that may be replaced, or that stands beside such a word.
    struct Word {
        AnalyzedWord analyzed;
        std::size_t begin = 0, end = 0;  ///< bytes into the query
        bool is_plain = false;           ///< neither quoted nor excluded nor part of an address
        bool is_unknown = false;
    };
    /// Words of the query and what to write for them.
    struct Replacement {
        std::size_t first = 0, count = 0;
        std::string text;
        int rank = 0;
    };
    struct Correction {
        std::vector<Replacement> replacements;  ///< in the order of the words
        int rank = 0;
    };

    std::vector<Word> words_of(std::string_view text) const;
    bool is_known(const AnalyzedWord& word) const;
    bool is_doubtful(const Word& word) const;
    static bool is_mere_form(const AnalyzedWord& word);
    std::string written(const SpellingSuggestion& suggestion, std::string_view typed) const;
    std::vector<Replacement> replacements(const std::vector<Word>& words, std::size_t index) const;
    void add_near_words(const Word& word, std::size_t index, std::vector<Replacement>& found) const;
    void add_acronym(const Word& word, std::size_t index, std::vector<Replacement>& found) const;
    void add_in_latin_letters(const Word& word, std::size_t index,
                              std::vector<Replacement>& found) const;
    void add_parted(const Word& word, std::size_t index, std::vector<Replacement>& found) const;
    std::optional<Replacement> joined(const std::vector<Word>& words, std::size_t first) const;
    std::optional<std::string> with_name_that_sounds_alike(std::string_view text,
                                                           const std::vector<Word>& words) const;
    std::vector<Correction> corrections(const std::vector<Word>& words) const;

    const SpellingDictionary& dictionary_;
    const Analyzer& analyzer_;
    CorrectionQuestions questions_;
};

}  // namespace wespol
