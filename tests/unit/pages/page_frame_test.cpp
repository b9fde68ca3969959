// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/page_frame.h"

#include "tests/support/catch.hpp"

using namespace wespol;

TEST_CASE(
    "a generation built after midnight in Warsaw is of the new day, though UTC is of the old") {
    CHECK(published_on("20261122T225959123Z-0123456789ab") == parse_day("2026-11-22").value());
    CHECK(published_on("20261122T230000000Z-0123456789ab") == parse_day("2026-11-23").value());
    CHECK(published_on("20260621T220000000Z-0123456789ab") == parse_day("2026-06-22").value());
}

TEST_CASE("a generation whose name tells no moment has no day") {
    CHECK_FALSE(published_on(""));
    CHECK_FALSE(published_on("20261122"));
    CHECK_FALSE(published_on("20261322T230000000Z-0123456789ab"));
}
