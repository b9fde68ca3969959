// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the phrases that ask for a state of a certificate, for a status or for being active ("z
// wygasłym certyfikatem", "OPP", "działające"): the `asked_as` of the vocabularies, in any
// inflected form.
// Built once, then read only: thread-safe.
#pragma once

#include "core/analysis/analyzer.h"
#include "core/catalogue/catalogue.h"
#include "core/index/concept_finder.h"
#include "core/index/lemma_sequences.h"

#include <cstddef>
#include <string>
#include <vector>

namespace wespol {

class StateFinder {
  public:
    StateFinder() = default;
    StateFinder(const References& references, const Analyzer& analyzer);

    /// The longest phrase that begins at `first`; count 0 when there is none. Unlike for concepts,
    /// stop words count: "z certyfikatem" is not "bez certyfikatu". `surfaces`: of `words`.
    FoundConcepts longest_at(const std::vector<Lemmas>& words,
                             const std::vector<std::string>& surfaces, std::size_t first) const;

  private:
    struct Phrase {
        std::string only_word;  ///< folded; "" when it has several
        ConceptCode meaning;
    };

    void add(const Vocabulary& vocabulary, FieldId field, const Analyzer& analyzer);
    void add(const std::string& written, const ConceptCode& meaning, const Analyzer& analyzer);

    LemmaSequences sequences_;
    std::vector<Phrase> phrases_;
};

}  // namespace wespol
