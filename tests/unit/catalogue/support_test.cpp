// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/support.h"

#include "tests/support/catch.hpp"

#include <string>

using namespace wespol;

namespace {

SupportPeriod period(const std::string& from, const std::string& until) {
    SupportPeriod made;
    if (!from.empty()) made.from = PartialDate::parse(from).value();
    if (!until.empty()) made.until = PartialDate::parse(until).value();
    return made;
}

SupportCentre centre(const std::string& id, std::vector<SupportPeriod> periods) {
    SupportCentre made;
    made.id = id;
    made.kind = "owes";
    made.subregion = "zmyslony";
    made.periods = std::move(periods);
    return made;
}

}  // namespace

TEST_CASE("the centre of a day is the one whose period covers it", "[support]") {
    const Day today = parse_day("2026-11-22").value();
    const std::vector<SupportCentre> centres{
        centre("dawny", {period("2013", "2015")}),
        centre("obecny",
               {period("2015", "2018"), period("2018-10", "2023-06"), period("2023", "2028")}),
    };
    const auto [asked, expected] = GENERATE(table<std::string, std::string>({
        {"2012-01-01", ""},
        {"2013-06-01", "dawny?"},  // it began some day of that year
        {"2014-06-01", "dawny"},
        {"2015-06-01", "dawny? obecny?"},
        {"2016-06-01", "obecny"},
        {"2023-06-01", "obecny"},
        {"2023-09-01", "obecny?"},
        {"2026-11-22", "obecny"},
        {"2028-06-01", "obecny?"},
        {"2029-06-01", ""},
    }));
    INFO(asked);
    std::string found;
    for (const CentreOnDay& each :
         centres_on(centres, "zmyslony", parse_day(asked).value(), today)) {
        CHECK(each.period);
        found += (found.empty() ? "" : " ") + each.centre->id +
                 (each.serving == Serving::surely ? "" : "?");
    }
    CHECK(found == expected);
    CHECK(centres_on(centres, "inny", parse_day(asked).value(), today).empty());
}

TEST_CASE("a period without an end tells of today, not of tomorrow", "[support]") {
    const Day today = parse_day("2026-11-22").value();
    const SupportCentre open = centre("a", {period("2013-09-17", ""), period("", "")});
    const auto serving = [&](const SupportCentre& each, const char* day) {
        return centre_on(each, parse_day(day).value(), today).serving;
    };
    CHECK(serving(open, "2013-09-16") == Serving::no);
    CHECK(serving(open, "2013-09-17") == Serving::surely);
    CHECK(serving(open, "2026-11-22") == Serving::surely);
    CHECK(serving(open, "2026-11-23") == Serving::maybe);
    // Nothing is known of its days.
    CHECK(serving(centre("b", {period("", "")}), "2026-11-22") == Serving::maybe);
}
