// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/facet_counter.h"

#include "tests/support/catch.hpp"

using namespace wespol;

namespace {

// Five documents: county a a b b -, industry x y x,y y x.
const FacetColumn kCounty({"a", "b"}, 5, {{1, 0}, {2, 0}, {3, 1}, {4, 1}});
const FacetColumn kIndustry({"x", "y"}, 5, {{1, 0}, {2, 1}, {3, 0}, {3, 1}, {4, 1}, {5, 0}});

FacetCounts counts_for(const std::vector<std::string>& counties,
                       const std::vector<std::string>& industries) {
    DocSet all(5);
    for (DocId document = 1; document <= 5; ++document)
        all.add(document);
    return count_facets(all,
                        {FacetSelection(FieldId::county, kCounty, counties),
                         FacetSelection(FieldId::industry, kIndustry, industries)},
                        5);
}

using Counts = std::vector<std::vector<std::size_t>>;

}  // namespace

TEST_CASE("Without a choice every facet counts all documents") {
    const FacetCounts counts = counts_for({}, {});
    CHECK(counts.accepted.count() == 5);
    CHECK(counts.counts == Counts{{2, 2}, {3, 3}});
}

TEST_CASE("A facet ignores its own choice and obeys the others'") {
    const FacetCounts counts = counts_for({"a"}, {});
    CHECK(counts.accepted.count() == 2);
    CHECK(counts.counts == Counts{{2, 2}, {1, 1}});
    CHECK(counts.refused_by_this_only == std::vector<std::size_t>{3, 0});
}

TEST_CASE("Values of one facet are alternatives, facets are conditions") {
    const FacetCounts counts = counts_for({"a", "b"}, {"x"});
    CHECK(counts.accepted.count() == 2);
    CHECK(counts.counts == Counts{{1, 1}, {2, 3}});
    CHECK(counts.refused_by_this_only == std::vector<std::size_t>{1, 2});
}

TEST_CASE("A value that no document has finds nothing; it does not lift the filter") {
    const FacetCounts counts = counts_for({"vanished"}, {});
    CHECK(counts.accepted.count() == 0);
    CHECK(counts.counts == Counts{{2, 2}, {0, 0}});
}
