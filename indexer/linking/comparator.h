// SPDX-License-Identifier: GPL-3.0-or-later
// Are two records of one entity? Identifiers decide; else the evidence of name, form, place,
// operator and contacts is added up (Fellegi and Sunter), and some findings bound the band whatever
// the sum. Immutable, thread-safe.
#pragma once

#include "indexer/linking/catalogue_rates.h"
#include "indexer/linking/comparable_record.h"
#include "indexer/linking/evidence.h"

namespace wespol {

class Comparator {
  public:
    /// `rates` outlives it.
    explicit Comparator(const CatalogueRates& rates) : rates_(rates) {}

    /// Words of both must have been weighed (comparable_record.h).
    Comparison compare(const ComparableRecord& a, const ComparableRecord& b) const;

  private:
    const CatalogueRates& rates_;
};

/// The band of a score that nothing bounds.
Band band_of(double score);

}  // namespace wespol
