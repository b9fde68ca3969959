// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the phrases that ask for a state of a certificate or for a status ("z wygasłym
// certyfikatem", "certified", "OPP"): the `asked_as` of the vocabularies, in any inflected form.
// Built once, then read only: thread-safe.
#pragma once

#include "core/analysis/analyzer.h"
#include "core/catalogue/catalogue.h"
#include "core/index/concept_finder.h"
#include "core/index/lemma_sequences.h"

#include <cstddef>
#include <vector>

namespace wespol {

class StateFinder {
  public:
    StateFinder() = default;
    StateFinder(const References& references, const Analyzer& analyzer);

    /// The longest phrase that begins at `first`; count 0 when there is none. Unlike for concepts,
    /// stop words count: "z certyfikatem" is not "bez certyfikatu".
    FoundConcepts longest_at(const std::vector<Lemmas>& words, std::size_t first) const;

  private:
    void add(const Vocabulary& vocabulary, FieldId field, const Analyzer& analyzer);

    LemmaSequences phrases_;
    std::vector<ConceptCode> meanings_;
};

}  // namespace wespol
