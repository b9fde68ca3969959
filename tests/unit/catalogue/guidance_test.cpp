// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/guidance.h"

#include "tests/support/catalogue_index.h"
#include "tests/support/catch.hpp"
#include "tests/support/dates.h"

#include <set>
#include <string>

using namespace wespol;
using test::day;

TEST_CASE("the threshold is that of the day a procedure opens", "[guidance]") {
    const auto& thresholds = test::embedded_catalogue().references.thresholds;
    const auto [opened, net_pln] = GENERATE(table<std::string, int>({
        {"2021-01-01", 130'000},
        {"2025-12-31", 130'000},
        {"2026-01-01", 170'000},
        {"2026-11-22", 170'000},
    }));
    CAPTURE(opened);
    const ProcurementThreshold* known = threshold_on(thresholds, day(opened));
    REQUIRE(known);
    CHECK(known->net_pln == net_pln);
}

TEST_CASE("a day of which no source speaks has no threshold", "[guidance]") {
    CHECK_FALSE(threshold_on(test::embedded_catalogue().references.thresholds, day("2020-12-31")));
    CHECK_FALSE(threshold_on({}, day("2026-01-01")));
}

TEST_CASE("all that is told to officials has a source with a date", "[guidance]") {
    const References& references = test::embedded_catalogue().references;
    std::multiset<std::string> kinds;
    for (const GuidanceNote& note : references.guidance) {
        CAPTURE(note.id);
        CHECK_FALSE(note.provenance.urls.empty());
        CHECK(note.provenance.as_of);
        CHECK((note.kind != "sposob" || note.who.has_value()));
        kinds.insert(note.kind);
    }
    CHECK(kinds.count("sposob") == 4);
    CHECK(kinds.count("sprawdz") > 0);
    CHECK(kinds.count("do_akt") > 0);
}
