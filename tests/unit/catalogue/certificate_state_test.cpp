// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/certificate_state.h"

#include "tests/support/catch.hpp"
#include "tests/support/dates.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

using namespace wespol;
using test::date;
using test::day;

TEST_CASE("the state of a certificate on a day", "[certificate_state]") {
    const auto [granted, until, asked, state] =
        GENERATE(table<std::string, std::string, std::string, std::string>({
            // A day: the first and the last one count.
            {"2014-12-18", "", "2014-12-17", "nigdy"},
            {"2014-12-18", "", "2014-12-18", "wazny"},
            {"2014-12-18", "", "2015-11-17", "wazny"},
            {"2014-12-18", "", "2015-11-18", "wygasa"},
            {"2014-12-18", "", "2015-12-18", "wygasa"},
            {"2014-12-18", "", "2015-12-19", "wygasl"},
            // A leap day ends on 28 February.
            {"2024-02-29", "", "2025-02-28", "wygasa"},
            {"2024-02-29", "", "2025-03-01", "wygasl"},
            // A month: certain only from its end to the end of its first day's term.
            {"2021-01", "", "2020-12-31", "nigdy"},
            {"2021-01", "", "2021-01-01", "niepewny"},
            {"2021-01", "", "2021-01-30", "niepewny"},
            {"2021-01", "", "2021-01-31", "wazny"},
            {"2021-01", "", "2021-12-01", "wazny"},
            // "Within 30 days" only where both of its possible last days are.
            {"2021-01", "", "2021-12-02", "wazny"},
            {"2021-01", "", "2021-12-31", "wazny"},
            {"2021-01", "", "2022-01-01", "wygasa"},
            {"2021-01", "", "2022-01-02", "niepewny"},
            {"2021-01", "", "2022-01-31", "niepewny"},
            {"2021-01", "", "2022-02-01", "wygasl"},
            // Not later than: its end is known only from above.
            {"../2019-01-09", "", "2010-01-01", "niepewny"},
            {"../2019-01-09", "", "2019-06-01", "niepewny"},
            {"../2019-01-09", "", "2020-01-09", "niepewny"},
            {"../2019-01-09", "", "2020-01-10", "wygasl"},
            // Not earlier than: it may still be valid.
            {"2019-01-09/..", "", "2019-01-08", "nigdy"},
            {"2019-01-09/..", "", "2026-01-01", "niepewny"},
            // A whole year leaves one day that is certain.
            {"2019", "", "2019-12-31", "wazny"},
            {"2019", "", "2019-12-30", "niepewny"},
            {"2019", "", "2020-01-02", "niepewny"},
            // An end in the source wins over the twelve months.
            {"2014-12-18", "2015-06-30", "2015-06-30", "wygasa"},
            {"2014-12-18", "2015-06-30", "2015-07-01", "wygasl"},
            {"2014-12-18", "2016-12-31", "2016-01-01", "wazny"},
            {"2014-12-18", "2016-12", "2016-11-30", "wazny"},
            {"2014-12-18", "2016-12", "2016-12-01", "wygasa"},
            {"2014-12-18", "2016-12-01/..", "2016-12-01", "wazny"},
            {"2014-12-18", "2016-12-01/..", "2016-12-02", "niepewny"},
            {"", "2016-12-31", "2016-01-01", "niepewny"},
            {"", "2016-12-31", "2017-01-01", "wygasl"},
            // Nothing known.
            {"", "", "2011-06-16", "niepewny"},
        }));
    INFO(granted << " until " << until << " on " << asked);
    CHECK(code(state_on(validity(date(granted), date(until)), day(asked))) == state);
}

TEST_CASE("granted on any day of 28 years, it is valid from that day through the day a year later",
          "[certificate_state]") {
    using std::chrono::days, std::chrono::year_month_day, std::chrono::years;
    for (Day granted = day("2000-01-01"); granted < day("2028-01-01"); granted += days(1)) {
        // Counted here by hand: the day of the same number a year later, of a leap day the 28th.
        const year_month_day start(granted);
        const year_month_day later = start + years(1);
        const Day last = later.ok() ? Day(later) : Day(later.year() / std::chrono::February / 28);
        const Validity known = validity(PartialDate::parse(format_day(granted)).value(), {});
        const auto check = [&](Day asked, CertificateState state) {
            if (state_on(known, asked) != state)
                FAIL(format_day(granted) << " on " << format_day(asked));
        };
        check(granted - days(1), CertificateState::never);
        check(granted, CertificateState::valid);
        check(last - days(31), CertificateState::valid);
        check(last - days(30), CertificateState::expiring);
        check(last, CertificateState::expiring);
        check(last + days(1), CertificateState::expired);
    }
}

TEST_CASE("what has ended no longer holds since the day after its end", "[certificate_state]") {
    const auto since = [](const char* granted) {
        return ended_since(validity(PartialDate::parse(granted).value(), std::nullopt));
    };
    CHECK(since("2014-12-18") == parse_day("2015-12-19").value());
    CHECK(since("2021-01") == parse_day("2022-02-01").value());
    CHECK_FALSE(since("2021/.."));
}

TEST_CASE("an entity has the best state of its certificates", "[certificate_state]") {
    const Validity first = validity(date("2014-12-18"), {});
    const Validity second = validity(date("2016-12-15"), {});
    const Validity unknown = validity(std::optional<PartialDate>{}, std::optional<PartialDate>{});
    using States = std::vector<Validity>;
    CHECK(state_on(States{}, day("2015-01-01")) == CertificateState::never);
    CHECK(state_on(States{first, second}, day("2014-01-01")) == CertificateState::never);
    CHECK(state_on(States{first, second}, day("2015-01-01")) == CertificateState::valid);
    CHECK(state_on(States{first, second}, day("2016-06-01")) == CertificateState::expired);
    CHECK(state_on(States{second, unknown}, day("2018-06-01")) == CertificateState::uncertain);
    CHECK(state_on(States{unknown, second}, day("2017-12-01")) == CertificateState::expiring);
}

TEST_CASE("an end that follows from the rule is marked as computed", "[certificate_state]") {
    CHECK(validity(date("2014-12-18"), {}).end_is_computed);
    CHECK_FALSE(validity(date("2014-12-18"), date("2015-06-30")).end_is_computed);
    CHECK(validity(date("2014-12-18"), {}).latest_end == day("2015-12-18"));
    CHECK_FALSE(validity(date("../2019-01-09"), {}).earliest_end.has_value());
}
