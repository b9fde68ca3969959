// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/lemma_sequences.h"

#include <algorithm>
#include <utility>

namespace wespol {

bool share_a_lemma(const Lemmas& a, const Lemmas& b) {
    auto left = a.begin();
    auto right = b.begin();
    while (left != a.end() && right != b.end()) {
        if (*left == *right) return true;
        (*left < *right ? left : right)++;
    }
    return false;
}

void LemmaSequences::add(std::vector<Lemmas> words, std::size_t name) {
    if (words.empty()) return;
    for (const std::string& lemma : words.front())
        by_first_lemma_[lemma].push_back(sequences_.size());
    sequences_.push_back({std::move(words), name});
}

LemmaSequences::Match LemmaSequences::longest_at(const std::vector<Lemmas>& words,
                                                 std::size_t first) const {
    Match longest;
    for (const std::string& lemma : words[first]) {
        const auto candidates = by_first_lemma_.find(lemma);
        if (candidates == by_first_lemma_.end()) continue;
        for (const std::size_t index : candidates->second) {
            const auto& [sequence, name] = sequences_[index];
            const std::size_t length = sequence.size();
            if (length < longest.count || first + length > words.size()) continue;
            const auto begin = words.begin() + static_cast<std::ptrdiff_t>(first);
            if (!std::equal(sequence.begin(), sequence.end(), begin, share_a_lemma)) continue;
            if (length > longest.count) longest.names.clear();
            longest.count = length;
            if (std::find(longest.names.begin(), longest.names.end(), name) == longest.names.end())
                longest.names.push_back(name);
        }
    }
    return longest;
}

}  // namespace wespol
