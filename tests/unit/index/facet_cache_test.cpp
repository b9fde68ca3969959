// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/columns.h"
#include "tests/support/catch.hpp"

using namespace wespol;

TEST_CASE("A computed facet is kept for the days last asked for, and for each field by itself") {
    constexpr Day first{std::chrono::year{2024} / 1 / 1};
    FacetCache cache;
    int computed = 0;
    const auto get = [&](FieldId field, int days) {
        cache.get(field, first + std::chrono::days{days}, [&] {
            ++computed;
            return FacetColumn({"a"}, 1, {{1, 0}});
        });
        return computed;
    };
    CHECK(get(FieldId::status, 0) == 1);
    CHECK(get(FieldId::status, 0) == 1);
    CHECK(get(FieldId::certificate_state, 0) == 2);
    for (int day = 1; day <= 100; ++day) {
        get(FieldId::status, day);
        get(FieldId::certificate_state, 0);  // asked for again and again, it stays
    }
    CHECK(computed == 102);
    CHECK(get(FieldId::status, 100) == 102);
    CHECK(get(FieldId::status, 0) == 103);
}
