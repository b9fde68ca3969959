// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/abbreviation_expander.h"

#include <algorithm>
#include <utility>

namespace wespol {
namespace {

bool has_surface(const std::string& surface, const AnalyzedWord& word) {
    return word.surface == surface;
}

bool has_one_of(const std::vector<std::string>& lemmas, const AnalyzedWord& word) {
    return std::any_of(lemmas.begin(), lemmas.end(), [&](const std::string& lemma) {
        return std::binary_search(word.lemmas.begin(), word.lemmas.end(), lemma);
    });
}

/// Whether `part` stands in `words` from `first` on, word by word.
template <class Part, class Matches>
bool stands_at(const std::vector<AnalyzedWord>& words, std::size_t first, const Part& part,
               Matches matches) {
    return first + part.size() <= words.size() &&
           std::equal(part.begin(), part.end(), words.begin() + static_cast<std::ptrdiff_t>(first),
                      matches);
}

}  // namespace

AbbreviationExpander::AbbreviationExpander(const std::vector<Abbreviation>& abbreviations,
                                           const Analyzer& analyzer) {
    for (const Abbreviation& each : abbreviations) {
        Pair pair;
        for (AnalyzedWord& word : analyzer.analyze(each.written))
            pair.written.push_back(std::move(word.surface));
        for (AnalyzedWord& word : analyzer.analyze(each.meaning))
            pair.meaning.push_back(std::move(word.lemmas));
        if (pair.written.empty() || pair.meaning.empty()) continue;
        by_first_surface_[pair.written.front()].push_back(pairs_.size());
        for (const std::string& lemma : pair.meaning.front())
            by_first_lemma_[lemma].push_back(pairs_.size());
        pairs_.push_back(std::move(pair));
    }
}

OtherWriting AbbreviationExpander::other_writing(const std::vector<AnalyzedWord>& words) const {
    OtherWriting other;
    const auto pairs_at = [](const Places& places, const std::string& key) {
        const auto found = places.find(key);
        return found == places.end() ? std::vector<std::size_t>{} : found->second;
    };
    for (std::size_t first = 0; first < words.size(); ++first) {
        for (const std::size_t index : pairs_at(by_first_surface_, words[first].surface)) {
            if (!stands_at(words, first, pairs_[index].written, has_surface)) continue;
            for (const Pair& each : pairs_)
                if (each.meaning == pairs_[index].meaning && each.written != pairs_[index].written)
                    other.surfaces.insert(other.surfaces.end(), each.written.begin(),
                                          each.written.end());
            for (const std::vector<std::string>& lemmas : pairs_[index].meaning)
                other.lemmas.insert(other.lemmas.end(), lemmas.begin(), lemmas.end());
        }
        for (const std::string& lemma : words[first].lemmas) {
            for (const std::size_t index : pairs_at(by_first_lemma_, lemma)) {
                if (!stands_at(words, first, pairs_[index].meaning, has_one_of)) continue;
                other.surfaces.insert(other.surfaces.end(), pairs_[index].written.begin(),
                                      pairs_[index].written.end());
            }
        }
    }
    return other;
}

}  // namespace wespol
