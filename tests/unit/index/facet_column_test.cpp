// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/columns.h"
#include "tests/support/catch.hpp"

using namespace wespol;

TEST_CASE("A facet column gives each document its values, none included") {
    const FacetColumn column({"a", "b", "c"}, 4, {{4, 2}, {1, 1}, {4, 0}, {1, 0}});
    const auto values = [&](DocId document) {
        return std::vector<FacetColumn::Ordinal>(column.begin(document), column.end(document));
    };
    CHECK(values(1) == std::vector<FacetColumn::Ordinal>{0, 1});
    CHECK(values(2).empty());
    CHECK(values(3).empty());
    CHECK(values(4) == std::vector<FacetColumn::Ordinal>{0, 2});
    CHECK(column.ordinal("b") == FacetColumn::Ordinal{1});
    CHECK_FALSE(column.ordinal("bb"));
}
