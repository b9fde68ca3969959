// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the entity of a catalogue that a record speaks of: blocking, comparison, decisions. Links
// only when nothing else comes near; what is close is left to a person. Immutable after
// construction and thread-safe, but a RecordAnalyzer is not: one for each thread.
#pragma once

#include "core/catalogue/region.h"
#include "core/support/progress.h"
#include "indexer/linking/candidate_index.h"
#include "indexer/linking/catalogue_rates.h"
#include "indexer/linking/comparator.h"
#include "indexer/linking/decisions.h"
#include "indexer/linking/place_hint_finder.h"
#include "indexer/linking/word_rarity.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace wespol {

struct LinkCandidate {
    std::size_t entity = 0;  ///< index into the records that the linker was made of
    Comparison comparison;
};

struct LinkResult {
    /// linked: to the first candidate; ambiguous: a person decides; different: no candidate.
    Band band = Band::different;
    std::vector<LinkCandidate> candidates;  ///< none of them different; best first
    std::string reason;                     ///< why a person decides, where that is not plain
};

class Linker {
  public:
    Linker(std::shared_ptr<const Analyzer> analyzer, const Region& region,
           const std::vector<LinkageRecord>& entities, Decisions decisions = {});

    /// A new one for each thread. The linker outlives it.
    RecordAnalyzer record_analyzer() const;

    /// Ready for compare() and link().
    ComparableRecord analyze(const LinkageRecord& record, RecordAnalyzer& analyzer) const;

    Comparison compare(const ComparableRecord& a, const ComparableRecord& b) const;
    /// `other_than`: an entity that is no candidate.
    LinkResult link(const ComparableRecord& record,
                    std::optional<std::size_t> other_than = std::nullopt) const;

    /// All records, in their order, on as many threads as there are cores.
    std::vector<LinkResult> link_all(const std::vector<LinkageRecord>& records,
                                     const Progress& progress = {}) const;

    /// Each of its own entities that is wanted, with the others.
    std::vector<LinkResult> link_within(const std::vector<bool>& is_wanted,
                                        const Progress& progress = {}) const;

    const std::vector<ComparableRecord>& entities() const { return entities_; }
    const Decisions& decisions() const { return decisions_; }

    static constexpr std::size_t kMostCandidates = 5;

  private:
    std::shared_ptr<const Analyzer> analyzer_;
    PlaceHintFinder places_;
    WordRarity rarity_;
    CatalogueRates rates_;
    std::vector<ComparableRecord> entities_;
    CandidateIndex index_;
    Decisions decisions_;
    std::unordered_map<std::string, std::uint32_t> entity_by_subject_;
};

}  // namespace wespol
