// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/browsing/ending_certificates.h"

#include "tests/support/catch.hpp"
#include "tests/support/dates.h"

#include <string>

using namespace wespol;
using test::date;
using test::day;

TEST_CASE("a certificate ends within so many days only where its dates settle it",
          "[ending_certificates]") {
    const auto [granted, asked, group] = GENERATE(table<std::string, std::string, int>({
        {"2014-12-18", "2015-12-18", 30},
        {"2014-12-18", "2015-11-18", 30},
        {"2014-12-18", "2015-11-17", 90},
        {"2014-12-18", "2015-09-19", 90},
        {"2014-12-18", "2015-09-18", 120},
        // The last day is one of 1 to 31 January 2022.
        {"2021-01", "2022-01-01", 30},
        {"2021-01", "2021-12-31", 90},
        {"2021-01", "2021-11-02", 90},
        {"2021-01", "2021-09-15", 0},
        {"2021-01", "2022-01-15", 0},
        // Any day since the first of January 2020, perhaps long past.
        {"2019-01-01/..", "2023-03-01", 0},
    }));
    INFO(granted << " on " << asked);
    EndingCertificate ending;
    ending.certificate.validity = validity(date(granted), std::nullopt);
    ending.certificate.state = state_on(ending.certificate.validity, day(asked));
    const auto groups = ending_groups({ending}, day(asked));
    REQUIRE(groups.size() == 1);
    CHECK(groups[0].certificates.size() == 1);
    CHECK(groups[0].days.value_or(0) == group);
}
