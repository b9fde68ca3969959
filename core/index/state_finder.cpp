// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/state_finder.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace wespol {
namespace {

/// The dictionary gives "działające", "działania" and "niedziałające" one lemma. What is not a form
/// of the very word begins otherwise within its first three quarters.
bool is_form_of(std::string_view typed, std::string_view word) {
    const auto [end, other] = std::mismatch(word.begin(), word.end(), typed.begin(), typed.end());
    return static_cast<std::size_t>(end - word.begin()) * 4 >= word.size() * 3;
}

}  // namespace

StateFinder::StateFinder(const References& references, const Analyzer& analyzer) {
    add(references.certificate_state, FieldId::certificate_state, analyzer);
    add(references.status, FieldId::status, analyzer);
    add(references.activity, FieldId::activity, analyzer);
}

void StateFinder::add(const Vocabulary& vocabulary, FieldId field, const Analyzer& analyzer) {
    for (const Concept& each : vocabulary.concepts())
        for (const std::vector<std::string>& phrases : each.asked_as)
            for (const std::string& phrase : phrases)
                add(phrase, {field, each.code}, analyzer);
}

void StateFinder::add(const std::string& written, const ConceptCode& meaning,
                      const Analyzer& analyzer) {
    std::vector<Lemmas> words;
    std::string only_word;
    for (AnalyzedWord& word : analyzer.analyze(written)) {
        only_word = words.empty() ? std::move(word.surface) : std::string();
        words.push_back(std::move(word.lemmas));
    }
    sequences_.add(std::move(words), phrases_.size());
    phrases_.push_back({std::move(only_word), meaning});
}

FoundConcepts StateFinder::longest_at(const std::vector<Lemmas>& words,
                                      const std::vector<std::string>& surfaces,
                                      std::size_t first) const {
    const LemmaSequences::Match longest = sequences_.longest_at(words, first);
    FoundConcepts found{first, longest.count, {}, {}};
    for (const std::size_t number : longest.names) {
        const auto& [only_word, meaning] = phrases_[number];
        const auto& known = found.concepts;
        if (std::find(known.begin(), known.end(), meaning) != known.end()) continue;
        if (only_word.empty() || is_form_of(surfaces[first], only_word))
            found.concepts.push_back(meaning);
    }
    if (found.concepts.empty()) found.count = 0;
    return found;
}

}  // namespace wespol
