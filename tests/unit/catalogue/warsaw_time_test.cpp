// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/warsaw_time.h"

#include "tests/support/catch.hpp"

#include <string>

using namespace wespol;

TEST_CASE("a moment is written in Polish time with its difference from UTC") {
    const auto [utc, iso, polish] = GENERATE(table<std::string, std::string, std::string>({
        {"20261122T065134Z", "2026-11-22T07:51:34+01:00", "22.11.2026, godz. 7:51:34 (UTC+1)"},
        {"20260715T215959Z", "2026-07-15T23:59:59+02:00", "15.07.2026, godz. 23:59:59 (UTC+2)"},
        {"20260715T220000Z", "2026-07-16T00:00:00+02:00", "16.07.2026, godz. 0:00:00 (UTC+2)"},
        // The hour that comes twice.
        {"20261025T003000Z", "2026-10-25T02:30:00+02:00", "25.10.2026, godz. 2:30:00 (UTC+2)"},
        {"20261025T013000Z", "2026-10-25T02:30:00+01:00", "25.10.2026, godz. 2:30:00 (UTC+1)"},
        // The hour that never comes.
        {"20260329T005959Z", "2026-03-29T01:59:59+01:00", "29.03.2026, godz. 1:59:59 (UTC+1)"},
        {"20260329T010000Z", "2026-03-29T03:00:00+02:00", "29.03.2026, godz. 3:00:00 (UTC+2)"},
        {"20240229T120000Z", "2024-02-29T13:00:00+01:00", "29.02.2024, godz. 13:00:00 (UTC+1)"},
    }));
    INFO(utc);
    const auto moment = parse_compact_utc(utc);
    REQUIRE(moment);
    CHECK(warsaw_iso(*moment) == iso);
    CHECK(warsaw_polish(*moment) == polish);
    CHECK(parse_warsaw_iso(iso).value() == *moment);
    CHECK(compact_utc(*moment) == utc);
}

TEST_CASE("what is no moment is refused") {
    const auto text = GENERATE(values<std::string>(
        {"", "20261122", "20261122T065134", "20261122T065134z", "2026-11-22T06:51:34Z",
         "20260230T000000Z", "20261122T240000Z", "20261122T006000Z", "20261122T000060Z",
         "20261122T0-1034Z", "20261122T065134Z ", "18991231T000000Z"}));
    INFO(text);
    CHECK_FALSE(parse_compact_utc(text));
    CHECK_FALSE(parse_warsaw_iso(text));
}

TEST_CASE("a day begins in Warsaw at its midnight, also when the clocks are changed") {
    const auto [day, begin] = GENERATE(table<std::string, std::string>({
        {"2026-01-15", "2026-01-15T00:00:00+01:00"},
        {"2026-07-15", "2026-07-15T00:00:00+02:00"},
        {"2026-03-29", "2026-03-29T00:00:00+01:00"},
        {"2026-03-30", "2026-03-30T00:00:00+02:00"},
        {"2026-10-25", "2026-10-25T00:00:00+02:00"},
        {"2026-10-26", "2026-10-26T00:00:00+01:00"},
    }));
    CHECK(warsaw_iso(midnight_in_warsaw(parse_day(day).value())) == begin);
}
