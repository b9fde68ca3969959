// SPDX-License-Identifier: GPL-3.0-or-later
// Finds in words the concepts of the vocabularies they name, in Polish, English and Ukrainian and
// in any inflected form: "szycia toreb", "laundry", "пральня", "PKD 56.21" → sectors; "WTZ" → a
// legal form. The same finder reads queries and, when the index is built, the records' own words.
// Built once out of the references, then read only: thread-safe. The analyzer must outlive it.
#pragma once

#include "core/analysis/analyzer.h"
#include "core/catalogue/catalogue.h"
#include "core/index/lemma_sequences.h"
#include "core/index/schema.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wespol {

/// A value of a vocabulary: FieldId::industry, legal_form or target_group, and its code.
struct ConceptCode {
    FieldId field = FieldId::industry;
    std::string code;
    friend bool operator==(const ConceptCode&, const ConceptCode&) = default;
};

/// The value of FieldId::mentions: "branza:catering"; also "cpv:55520000".
std::string mention_code(const ConceptCode& concept_code);

/// A word as names of concepts are looked up by it: by its lemmas, and, behind a "=", as it is
/// written. A name in another language has only the latter of a word that Polish has too: "parcel"
/// is a form of "parcela", and who types "parcela" wants no courier.
Lemmas forms_to_look_up(Lemmas lemmas, std::string_view written);

/// Also without the prefix of a perfective verb: "popływać" is "pływać" done once.
Lemmas with_unprefixed(Lemmas lemmas);

/// A stretch of words that names concepts; several when they share the word.
struct FoundConcepts {
    std::size_t first = 0;  ///< index of the first word
    std::size_t count = 0;  ///< of words
    std::vector<ConceptCode> concepts;
    /// Groups of people that some of these words name, where all of them name something else:
    /// "autyzm" in "dzieci z autyzmem".
    std::vector<ConceptCode> groups_inside;
};

class ConceptFinder {
  public:
    ConceptFinder() = default;
    ConceptFinder(const References& references, const Analyzer& analyzer);

    /// Of a query. Longest stretches first, none overlapping, in the order of the words. Names of
    /// several words are also met without their diacritics ("zlota raczka"), and where no name
    /// begins, a verb by what it is without its prefix ("skosić").
    /// `words`: forms_to_look_up of each; stop words left out, as they are of the names.
    std::vector<FoundConcepts> find(const std::vector<Lemmas>& words) const;

    /// Of a record's own text: names that are requests ("szukam pracy") do not count, and words
    /// meet with their diacritics ("pięciu" is no form of "piec"): records are spelled with care.
    std::vector<FoundConcepts> find(std::string_view text, const Analyzer& analyzer) const;

    /// Whether a name of any concept has this word, folded, in its base form.
    bool has_word(const std::string& lemma) const { return meanings_by_lemma_.contains(lemma); }

    /// Whether a word that is looked up by these stands in a name of that concept.
    bool is_named_with(const ConceptCode& named, const Lemmas& forms) const;

  private:
    void add(const Vocabulary& vocabulary, FieldId field, const Analyzer& analyzer);
    void add_name(const std::string& written, Language language, const Analyzer& analyzer);
    std::vector<FoundConcepts> find(const LemmaSequences& names,
                                    const std::vector<Lemmas>& words) const;
    void add_groups_inside(const std::vector<Lemmas>& words, FoundConcepts& found) const;
    FoundConcepts longest_at(const LemmaSequences& names, const std::vector<Lemmas>& words,
                             std::size_t first) const;

    std::vector<Lemmas> with_guesses(std::vector<Lemmas> words) const;

    const Analyzer* analyzer_ = nullptr;
    LemmaSequences names_;  ///< without those that are requests; of base forms
    LemmaSequences asked_;  ///< all; of folded lemmas
    std::vector<ConceptCode> meanings_;
    std::unordered_map<std::string, std::vector<std::size_t>> meanings_by_lemma_;
};

}  // namespace wespol
