// SPDX-License-Identifier: GPL-3.0-or-later
// Evidence as it comes in, with the bounds that some of it sets on the band whatever the sum says.
// Not thread-safe; lives as long as one comparison.
#pragma once

#include "indexer/linking/evidence.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace wespol {

class Findings {
  public:
    void add(std::string what, double weight, std::string says, std::string a = {},
             std::string b = {}) {
        score_ += weight;
        evidence_.push_back({std::move(what), std::move(a), std::move(b), weight, std::move(says)});
    }
    void at_most(Band band) { most_ = std::min(most_, band); }
    void at_least(Band band) { least_ = std::max(least_, band); }
    double score() const { return score_; }

    void add_all(Findings other) {
        score_ += other.score_;
        most_ = std::min(most_, other.most_);
        least_ = std::max(least_, other.least_);
        std::move(other.evidence_.begin(), other.evidence_.end(), std::back_inserter(evidence_));
    }

    /// An upper bound is stronger than a lower one.
    Band conclude_band(Band by_score) const { return std::min(std::max(by_score, least_), most_); }

    Comparison conclude(Band by_score) {
        Comparison made;
        made.band = conclude_band(by_score);
        made.score = score_;
        made.evidence = std::move(evidence_);
        return made;
    }

  private:
    double score_ = 0;
    Band least_ = Band::different, most_ = Band::linked;
    std::vector<Evidence> evidence_;
};

}  // namespace wespol
