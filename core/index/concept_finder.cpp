// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/concept_finder.h"

#include "core/analysis/stop_words.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

/// Both are sorted.
bool share_a_lemma(const Lemmas& a, const Lemmas& b) {
    auto left = a.begin();
    auto right = b.begin();
    while (left != a.end() && right != b.end()) {
        if (*left == *right) return true;
        (*left < *right ? left : right)++;
    }
    return false;
}

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
            for (const std::string& name : written) {
                std::vector<Lemmas> words = words_of(name, analyzer);
                if (words.empty()) continue;
                for (const std::string& lemma : words.front())
                    by_first_lemma_[lemma].push_back(names_.size());
                names_.push_back({std::move(words), {field, each.code}});
            }
        }
    }
}

FoundConcepts ConceptFinder::longest_at(const std::vector<Lemmas>& words, std::size_t first) const {
    FoundConcepts longest{first, 0, {}};
    for (const std::string& lemma : words[first]) {
        const auto candidates = by_first_lemma_.find(lemma);
        if (candidates == by_first_lemma_.end()) continue;
        for (const std::size_t index : candidates->second) {
            const Name& name = names_[index];
            const std::size_t length = name.words.size();
            if (length < longest.count || first + length > words.size()) continue;
            const auto begin = words.begin() + static_cast<std::ptrdiff_t>(first);
            if (!std::equal(name.words.begin(), name.words.end(), begin, share_a_lemma)) continue;
            if (length > longest.count) longest.concepts.clear();
            longest.count = length;
            if (std::find(longest.concepts.begin(), longest.concepts.end(), name.meaning) ==
                longest.concepts.end())
                longest.concepts.push_back(name.meaning);
        }
    }
    return longest;
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
