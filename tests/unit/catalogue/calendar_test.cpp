// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/calendar.h"

#include "tests/support/catch.hpp"
#include "tests/support/dates.h"

#include <chrono>
#include <string>

using namespace wespol;
using test::day;
using namespace std::chrono_literals;

TEST_CASE("a day is read only when it is written in full and exists", "[calendar]") {
    const auto [text, accepted] = GENERATE(table<std::string, bool>({
        {"2014-12-18", true},
        {"2024-02-29", true},
        {"1900-01-01", true},
        {"2200-12-31", true},
        {"2023-02-29", false},
        {"2014-13-01", false},
        {"2014-00-10", false},
        {"2014-12-32", false},
        {"1899-12-31", false},
        {"2201-01-01", false},
        {"18.12.2014", false},
        {"2014-12-8", false},
        {"2014-12-18 ", false},
        {"+014-12-18", false},
        {"", false},
    }));
    INFO(text);
    const auto parsed = parse_day(text);
    REQUIRE(parsed.has_value() == accepted);
    if (parsed) CHECK(format_day(*parsed) == text);
}

TEST_CASE("a term of months ends on the day of the same number, or on the month's last",
          "[calendar]") {
    const auto [start, months, end] = GENERATE(table<std::string, int, std::string>({
        {"2014-12-18", 12, "2015-12-18"},
        {"2024-02-29", 12, "2025-02-28"},
        {"2023-02-28", 12, "2024-02-28"},
        {"2023-08-31", 12, "2024-08-31"},
        {"2023-08-31", 6, "2024-02-29"},
        {"2023-08-31", 1, "2023-09-30"},
        {"2023-12-31", 2, "2024-02-29"},
    }));
    INFO(start << " + " << months);
    CHECK(format_day(end_of_term(day(start), months)) == end);
}

TEST_CASE("days are shown as people write them in Poland", "[calendar]") {
    CHECK(format_day_polish(day("2014-12-18")) == "18.12.2014");
    CHECK(format_day_polish(day("2019-01-09")) == "9.01.2019");
}

TEST_CASE("the day changes at midnight in Warsaw, in winter and in summer", "[calendar]") {
    const auto [utc_day, utc_time, warsaw_day] =
        GENERATE(table<std::string, std::chrono::seconds, std::string>({
            {"2026-01-15", 22h + 59min + 59s, "2026-01-15"},
            {"2026-01-15", 23h, "2026-01-16"},
            {"2026-07-15", 21h + 59min + 59s, "2026-07-15"},
            {"2026-07-15", 22h, "2026-07-16"},
            // Clocks go forward on 29 March 2026 and back on 25 October 2026, at 01:00 UTC.
            {"2026-03-28", 22h + 59min, "2026-03-28"},
            {"2026-03-28", 23h, "2026-03-29"},
            {"2026-03-29", 22h, "2026-03-30"},
            {"2026-10-24", 22h, "2026-10-25"},
            {"2026-10-25", 22h + 30min, "2026-10-25"},
            {"2026-10-25", 23h, "2026-10-26"},
            {"2025-12-31", 23h, "2026-01-01"},
        }));
    INFO(utc_day << " +" << utc_time.count() << " s");
    CHECK(format_day(day_in_warsaw(day(utc_day) + utc_time)) == warsaw_day);
}
