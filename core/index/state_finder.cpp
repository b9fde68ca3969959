// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/state_finder.h"

#include <utility>

namespace wespol {

StateFinder::StateFinder(const References& references, const Analyzer& analyzer) {
    add(references.certificate_state, FieldId::certificate_state, analyzer);
    add(references.status, FieldId::status, analyzer);
}

void StateFinder::add(const Vocabulary& vocabulary, FieldId field, const Analyzer& analyzer) {
    for (const Concept& each : vocabulary.concepts()) {
        for (const std::vector<std::string>& phrases : each.asked_as) {
            for (const std::string& phrase : phrases) {
                std::vector<Lemmas> words;
                for (AnalyzedWord& word : analyzer.analyze(phrase))
                    words.push_back(std::move(word.lemmas));
                phrases_.add(std::move(words), meanings_.size());
            }
        }
        meanings_.push_back({field, each.code});
    }
}

FoundConcepts StateFinder::longest_at(const std::vector<Lemmas>& words, std::size_t first) const {
    const LemmaSequences::Match longest = phrases_.longest_at(words, first);
    FoundConcepts found{first, longest.count, {}};
    for (const std::size_t phrase : longest.names)
        found.concepts.push_back(meanings_[phrase]);
    return found;
}

}  // namespace wespol
