// SPDX-License-Identifier: GPL-3.0-or-later
// How many entities of which sector there are in which county, for advisers who look for what is
// missing where. Thread-safe: no state.
#pragma once

#include "core/catalogue/region.h"
#include "core/catalogue/vocabulary.h"
#include "core/search/searcher.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace wespol {

struct SectorRow {
    const Concept* sector = nullptr;
    std::vector<std::size_t> counts;  ///< by county, in the order of the table
    std::size_t total = 0;            ///< in all of them
};

struct SectorTable {
    std::vector<const County*> counties;
    std::vector<std::size_t> totals;  ///< by county, whatever the sector
    std::size_t total = 0;
    std::vector<SectorRow> rows;  ///< those that belong to no broader one, in the order of names
};

/// One search for each county. `counties` point into the references, as the rows will.
SectorTable sector_table(const Searcher& searcher, const Vocabulary& sectors,
                         std::vector<const County*> counties, std::optional<Day> as_of);

}  // namespace wespol
