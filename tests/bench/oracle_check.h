// SPDX-License-Identifier: GPL-3.0-or-later
// Totals and facet counts of the index against brute force over the records it was built from.
// Slow on purpose: a choice of queries at 100,000 entities. Use from one thread.
#pragma once

#include "tests/bench/operations.h"

#include <filesystem>
#include <string>
#include <vector>

namespace wespol::bench {

struct OracleCheck {
    std::size_t queries = 0, counts = 0;   ///< compared
    std::vector<std::string> differences;  ///< "powiat=3003&q=osoby: branza=catering: 7, not 8"
};

/// Over the first `most` literal queries of the log: only words alone can be counted by hand.
OracleCheck check_against_oracle(const std::filesystem::path& catalogue_directory,
                                 const Snapshot& snapshot, const std::vector<LoggedQuery>& log,
                                 std::size_t most);

}  // namespace wespol::bench
