// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/linking/word_rarity.h"

#include "indexer/linking/form_writings.h"
#include "indexer/linking/weights.h"

#include <algorithm>
#include <cmath>

namespace wespol {
namespace {

/// Of a word that no name counted so far has: as rare as the weights tell apart.
double unseen_share() {
    return std::exp2(-weights::kRarestWord);
}

/// Fewer names than this tell nothing of how rare a word is.
constexpr std::size_t kFewestEntities = 50;

}  // namespace

WordRarity::WordRarity(const Analyzer& analyzer) {
    for (const CommonWords& each : kCommonWords)
        for (const AnalyzedWord& word : analyzer.analyze(each.words))
            for (const std::string& lemma : word.lemmas) {
                double& rate = built_in_[lemma];
                rate = std::max(rate, std::exp2(-each.bits));
            }
}

void WordRarity::count_entity(const std::unordered_set<std::string>& keys) {
    for (const std::string& key : keys)
        ++uses_[key];
    ++entities_;
}

double WordRarity::share(const std::string& key) const {
    const auto built_in = built_in_.find(key);
    double rate = built_in == built_in_.end() ? unseen_share() : built_in->second;
    if (entities_ < kFewestEntities) return rate;
    // One use in a few hundred names may be chance: only the second one makes a word commoner.
    const auto uses = uses_.find(key);
    if (uses != uses_.end() && uses->second > 1)
        rate =
            std::max(rate, static_cast<double>(uses->second - 1) / static_cast<double>(entities_));
    return rate;
}

double WordRarity::weight(const NameWord& word) const {
    double commonest = 0;
    for (const std::string& key : word.keys)
        commonest = std::max(commonest, share(key));
    double bits = std::clamp(-std::log2(commonest), weights::kCommonestWord, weights::kRarestWord);
    // One or two letters are easily the same by chance.
    if (word.surface.size() <= 2) bits = std::min(bits, 4.0);
    return bits;
}

void WordRarity::weigh(NameWords& words) const {
    for (NameWord& each : words)
        each.weight = weight(each);
}

}  // namespace wespol
