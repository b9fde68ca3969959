// SPDX-License-Identifier: GPL-3.0-or-later
// How much it tells when two names have a word in common: the rarer, the more. Counted over the
// names of a catalogue, with rates of common words built in for when there is none.
// Filled by one thread, then read only: thread-safe after that.
#pragma once

#include "core/analysis/analyzer.h"
#include "indexer/linking/name_word.h"

#include <cstddef>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace wespol {

class WordRarity {
  public:
    explicit WordRarity(const Analyzer& analyzer);

    /// The words of all names of one entity: each reading counts once.
    void count_entity(const std::unordered_set<std::string>& keys);

    /// Bits, from weights::kCommonestWord to kRarestWord: by the commonest reading of the word.
    double weight(const NameWord& word) const;

    void weigh(NameWords& words) const;

  private:
    double share(const std::string& key) const;

    std::unordered_map<std::string, double> built_in_;  ///< share of names that have the word
    std::unordered_map<std::string, std::size_t> uses_;
    std::size_t entities_ = 0;
};

}  // namespace wespol
