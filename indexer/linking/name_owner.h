// SPDX-License-Identifier: GPL-3.0-or-later
// The entity that a record would be taken for by its name alone. Where its number is that of
// another entity, or its own entity has another one, something stands in the wrong row, and a
// person looks. Not thread-safe; one for each record that is linked.
#pragma once

#include "indexer/linking/linker.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace wespol {

class NameOwner {
  public:
    /// Told of every entity that was compared, those with other numbers too.
    void consider(std::uint32_t entity, const Comparison& comparison);

    /// Makes a contested result ambiguous: the owner of the number first, then that of the name.
    void contest(LinkResult& result, const std::vector<ComparableRecord>& entities) const;

  private:
    void contest_by_other_number(LinkResult& result,
                                 const std::vector<ComparableRecord>& entities) const;
    void contest_by_number_of_another(LinkResult& result, LinkCandidate by_number,
                                      const std::vector<ComparableRecord>& entities) const;

    std::optional<LinkCandidate> best_;
};

}  // namespace wespol
