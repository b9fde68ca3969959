// SPDX-License-Identifier: GPL-3.0-or-later
// Blocking: which few entities a record is worth comparing with. Two records meet when they share
// an identifier, a contact, a word that is not too common (alone, or with the municipality), the
// beginning or end of a word (for slips), an acronym, or form and municipality.
// Filled by one thread, then read only: thread-safe after that.
#pragma once

#include "indexer/linking/comparable_record.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace wespol {

class CandidateIndex {
  public:
    /// Words must have been weighed.
    void add(std::uint32_t number, const ComparableRecord& record);

    /// Numbers of the entities that share most with the record, best first, at most
    /// kMostCandidates.
    std::vector<std::uint32_t> candidates(const ComparableRecord& record) const;

    static constexpr std::size_t kMostCandidates = 24;
    /// A key that more entities share than this says too little to be followed.
    static constexpr std::size_t kMostPerKey = 400;

  private:
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> numbers_by_key_;
};

}  // namespace wespol
