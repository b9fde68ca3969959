// SPDX-License-Identifier: GPL-3.0-or-later
// Ids made from words, told apart: two rows of a list may be called alike and still be two. The
// second one gets "-2", in the order of the rows. A row that says what an earlier one says keeps
// its id: it is that one again. Not thread-safe; one for each file.
#pragma once

#include "indexer/source/source_record.h"

#include <cstddef>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace wespol {

/// `id`, or "id-2", "id-3" …: the first that is not taken.
std::string first_free_id(const std::string& id, const std::unordered_set<std::string>& taken);

class DistinctIds {
  public:
    /// Of a record whose id was not made it only remembers the id.
    void settle(SourceRecord& record);

  private:
    std::unordered_set<std::string> taken_;
    std::unordered_map<std::size_t, std::string> id_of_row_;  ///< by the hash of all it says
};

}  // namespace wespol
