// SPDX-License-Identifier: GPL-3.0-or-later
// What building an index costs, phase by phase, and how much of it the bare database would cost:
// the same documents, ready made, added to an empty Xapian database. One call at a time.
#pragma once

#include "core/analysis/analyzer.h"
#include "tests/bench/stopwatch.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace wespol::bench {

struct BuildPhases {
    std::vector<std::pair<std::string, Duration>> phases;  ///< in their order
    Duration bare;                                         ///< adding, committing and compacting
    std::size_t documents = 0;
};

/// `scratch`: a folder for the database, which is removed again.
BuildPhases measure_build(const std::filesystem::path& data, const std::filesystem::path& scratch,
                          const std::shared_ptr<const Analyzer>& analyzer);

struct ReadingSpeed {
    std::size_t rows = 0, bytes = 0;
    Duration duration;
};

/// Rows of a JSON Lines file become SourceRecords that nobody keeps; one thread, file in the cache.
ReadingSpeed measure_reading(const std::filesystem::path& file);

}  // namespace wespol::bench
