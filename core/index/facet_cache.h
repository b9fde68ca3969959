// SPDX-License-Identifier: GPL-3.0-or-later
// Facets that follow from a day, of the days last asked for: today's is asked for by nearly every
// request, and computing it means looking at every document. Bounded; thread-safe.
#pragma once

#include "core/catalogue/calendar.h"
#include "core/index/schema.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <vector>

namespace wespol {

class FacetColumn;

class FacetCache {
  public:
    using Column = std::shared_ptr<const FacetColumn>;

    /// `compute()` gives the column when it is not kept; two threads may both compute it.
    template <class Compute>
    Column get(FieldId field, Day day, Compute compute) {
        if (Column kept = find(field, day)) return kept;
        Column made = std::make_shared<const FacetColumn>(compute());
        const std::lock_guard lock(mutex_);
        if (kept_.size() == kMostKept) kept_.erase(kept_.begin());
        kept_.push_back({field, day, made});
        return made;
    }

  private:
    static constexpr std::size_t kMostKept = 8;  ///< 7 MB each at a million documents

    struct Kept {
        FieldId field;
        Day day;
        Column column;
    };

    /// What is found becomes the newest.
    Column find(FieldId field, Day day) {
        const std::lock_guard lock(mutex_);
        const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& each) {
            return each.field == field && each.day == day;
        });
        if (found == kept_.end()) return nullptr;
        std::rotate(found, found + 1, kept_.end());
        return kept_.back().column;
    }

    std::mutex mutex_;
    std::vector<Kept> kept_;  ///< the newest last
};

}  // namespace wespol
