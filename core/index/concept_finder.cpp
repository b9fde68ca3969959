// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/concept_finder.h"

#include "core/analysis/stop_words.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

std::vector<Lemmas> words_of(std::string_view text, const Analyzer& analyzer) {
    std::vector<Lemmas> words;
    for (AnalyzedWord& word : analyzer.analyze(text))
        if (!is_stop_word(word.surface)) words.push_back(std::move(word.lemmas));
    return words;
}

}  // namespace

ConceptFinder::ConceptFinder(const References& references, const Analyzer& analyzer) {
    add(references.industry, FieldId::industry, analyzer);
    add(references.legal_form, FieldId::legal_form, analyzer);
    add(references.target_group, FieldId::target_group, analyzer);
}

void ConceptFinder::add(const Vocabulary& vocabulary, FieldId field, const Analyzer& analyzer) {
    for (const Concept& each : vocabulary.concepts()) {
        for (const Language language : kLanguages) {
            const auto index = static_cast<std::size_t>(language);
            std::vector<std::string> written = each.synonyms[index];
            written.push_back(each.labels[index]);
            for (const std::string& name : written)
                names_.add(words_of(name, analyzer), meanings_.size());
        }
        meanings_.push_back({field, each.code});
    }
}

FoundConcepts ConceptFinder::longest_at(const std::vector<Lemmas>& words, std::size_t first) const {
    const LemmaSequences::Match longest = names_.longest_at(words, first);
    FoundConcepts found{first, longest.count, {}};
    for (const std::size_t name : longest.names)
        found.concepts.push_back(meanings_[name]);
    return found;
}

std::vector<FoundConcepts> ConceptFinder::find(const std::vector<Lemmas>& words) const {
    std::vector<FoundConcepts> found;
    for (std::size_t first = 0; first < words.size();) {
        FoundConcepts here = longest_at(words, first);
        first += std::max<std::size_t>(here.count, 1);
        if (here.count > 0) found.push_back(std::move(here));
    }
    return found;
}

std::string mention_code(const ConceptCode& concept_code) {
    return fmt::format("{}:{}", field(concept_code.field).parameter, concept_code.code);
}

std::vector<FoundConcepts> ConceptFinder::find(std::string_view text,
                                               const Analyzer& analyzer) const {
    return find(words_of(text, analyzer));
}

}  // namespace wespol
