// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/browsing/sector_table.h"

#include "server/browsing/facet_counts.h"

#include <utility>

namespace wespol {
SectorTable sector_table(const Searcher& searcher, const Vocabulary& sectors,
                         std::vector<const County*> counties, std::optional<Day> as_of) {
    SectorTable table;
    table.counties = std::move(counties);
    for (const Concept& sector : sectors.concepts())
        if (!sector.broader) table.rows.push_back({&sector, {}, 0});
    for (const County* county : table.counties) {
        SearchRequest request;
        request.as_of = as_of;
        request.page_size = 1;
        const SearchResponse found = searcher.search(request.with(FieldId::county, county->code));
        table.totals.push_back(found.total);
        table.total += found.total;
        for (SectorRow& row : table.rows) {
            row.counts.push_back(facet_count(found, FieldId::industry, row.sector->code));
            row.total += row.counts.back();
        }
    }
    return table;
}

}  // namespace wespol
