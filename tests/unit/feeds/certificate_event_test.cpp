// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/feeds/certificate_event.h"

#include "tests/support/catch.hpp"

using namespace wespol;
using namespace std::chrono_literals;

namespace {

std::vector<CertificateEvent> events(const char* granted, const char* until = nullptr) {
    const auto date = [](const char* text) {
        return text ? std::optional<PartialDate>(*PartialDate::parse(text)) : std::nullopt;
    };
    return events_of(validity(date(granted), date(until)));
}

}  // namespace

TEST_CASE("a grant and its end are events on their days") {
    const auto both = events("2014-12-18");
    REQUIRE(both.size() == 2);
    CHECK(both[0].kind == EventKind::granted);
    CHECK(both[0].day() == Day(2014y / 12 / 18));
    CHECK(both[0].news_day() == Day(2014y / 12 / 18));
    CHECK(both[1].kind == EventKind::ending);
    CHECK(both[1].day() == Day(2015y / 12 / 18));
    CHECK(both[1].news_day() == Day(2015y / 11 / 18));
    // The end that the source gives wins; the leap day has a year without it.
    CHECK(events("2014-12-18", "2015-06-30")[1].day() == Day(2015y / 6 / 30));
    CHECK(events("2020-02-29")[1].day() == Day(2021y / 2 / 28));
}

TEST_CASE("what is not certain has no day") {
    const auto month = events("2021-01");
    REQUIRE(month.size() == 2);
    CHECK_FALSE(month[0].day());
    CHECK(month[0].news_day() == Day(2021y / 1 / 31));
    CHECK_FALSE(month[1].day());
    CHECK(month[1].news_day() == Day(2022y / 1 / 1) - std::chrono::days{30});
    const auto nothing = events(nullptr);
    REQUIRE(nothing.size() == 1);
    CHECK_FALSE(nothing[0].day());
    CHECK_FALSE(nothing[0].news_day());
}

TEST_CASE("an inferred year has no day in a calendar", "[feeds]") {
    const PartialDate granted = *PartialDate::parse("2016-12-15");
    const auto inferred = events_of(validity(granted, std::nullopt), true);
    REQUIRE(inferred.size() == 2);
    CHECK_FALSE(inferred[0].day());
    CHECK_FALSE(inferred[1].day());
    CHECK(inferred[0].news_day() == Day(2016y / 12 / 15));
    // An end that the source gives does not follow from the grant.
    CHECK(events_of(validity(granted, *PartialDate::parse("2017-06-30")), true)[1].day() ==
          Day(2017y / 6 / 30));
}

TEST_CASE("an event keeps its id, and no two have the same") {
    // Written down: what calendars of people already hold must not change.
    CHECK(event_uuid("zp-2014-furia", EventKind::ending) ==
          event_uuid("zp-2014-furia", EventKind::ending));
    CHECK(event_uuid("a", EventKind::ending) != event_uuid("a", EventKind::granted));
    CHECK(event_uuid("a", EventKind::ending) != event_uuid("b", EventKind::ending));
    const std::string uuid = event_uuid("a", EventKind::ending);
    CHECK(uuid.size() == 36);
    CHECK(uuid[14] == '8');
    CHECK(std::string("89ab").find(uuid[19]) != std::string::npos);
}
