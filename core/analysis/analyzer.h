// SPDX-License-Identifier: GPL-3.0-or-later
// The one analyzer: the same words → terms for documents, queries and highlights.
// A word becomes its folded surface form and all its folded lemmas (docs: search.md).
// Immutable after construction, thread-safe, no locks.
#pragma once

#include "core/analysis/morphological_dictionary.h"
#include "core/analysis/tokenizer.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

struct AnalyzedWord {
    Token token;                      ///< offsets and a view into the text given
    std::string surface;              ///< folded, never empty
    std::vector<std::string> lemmas;  ///< folded, distinct, sorted, at least one
};

class Analyzer {
  public:
    explicit Analyzer(std::shared_ptr<const MorphologicalDictionary> dictionary);

    /// Throws Error(environment) when the dictionary is missing or damaged.
    static std::shared_ptr<const Analyzer> open(const std::filesystem::path& dictionary);

    std::vector<AnalyzedWord> analyze(std::string_view text) const;

    /// Folded lemmas of one word. A word the dictionary does not know in any spelling stands for
    /// itself, and as a stem without its case ending: "klunkry" → "klunkry", "klunkr~". No word
    /// of a text contains "~", so stems only meet stems.
    /// Cyrillic words have such a stem too.
    std::vector<std::string> lemmas(std::string_view word) const;

    /// Lemmas with their diacritics, small letters, distinct and sorted: what tells "pięć" from
    /// "piec". Of a word without diacritics those of all spellings.
    std::vector<std::string> base_forms(const AnalyzedWord& word) const;

    /// Folded lemmas of all words that a word typed without diacritics may be a form of: "raczka"
    /// of "rączka" as well as of "raczek". None of a word that has diacritics.
    std::vector<std::string> guessed_lemmas(std::string_view word) const;

    /// Whether this is a form of a Polish word or name, whatever its diacritics.
    bool knows(std::string_view word) const;

    /// Of a folded Polish word, with its diacritics; "" when the dictionary has none. Base forms
    /// before others: "rekodzielo" → "rękodzieło".
    std::string spelling(std::string_view folded) const;

    /// Whether it is a form of a word that is written small: "pile" (piła), not "gnieźnie".
    bool is_ordinary_word(std::string_view word) const;

    /// Whether it is such a form, but not the base form: "koniny" (konina), not "konina".
    bool is_ordinary_oblique(std::string_view word) const;

    /// Changes whenever the terms of some text may: the version of the rules, of Unicode and the
    /// dictionary.
    const std::string& fingerprint() const { return fingerprint_; }

  private:
    bool is_acronym_word(const Token& token) const;
    std::vector<std::string> lemmas(std::string_view word, const std::string& surface) const;
    std::vector<std::string> base_forms(std::string_view word, const std::string& surface) const;
    std::vector<std::string> known_lemmas(const std::string& small) const;

    std::shared_ptr<const MorphologicalDictionary> dictionary_;
    std::uint64_t id_;  ///< of this analyzer among all of the process: whose lemmas are cached
    std::string fingerprint_;
};

}  // namespace wespol
