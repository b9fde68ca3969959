// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/certificate_timeline.h"

#include "server/pages/certificate_timeline_view.h"
#include "tests/support/catch.hpp"
#include "tests/unit/pages/page_fixture.h"

#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace wespol {

namespace {

struct Dates {
    const char* granted;  ///< "" = unknown
    const char* until;    ///< "" = follows from the twelve months
};

std::vector<Certificate> certificates_of(const std::vector<Dates>& all) {
    std::vector<Certificate> certificates;
    for (const auto& [granted, until] : all) {
        Certificate each;
        each.id = "c" + std::to_string(certificates.size());
        each.subject = "catering";
        if (*granted) each.granted_on = PartialDate::parse(granted).value();
        if (*until) each.valid_until = PartialDate::parse(until).value();
        certificates.push_back(std::move(each));
    }
    return certificates;
}

std::optional<CertificateTimeline> timeline_on(const char* day, const std::vector<Dates>& all) {
    return certificate_timeline(certificate_histories(certificates_of(all)), test::day(day));
}

/// Of a picture of the whole years from `first` to `last`.
double part(const char* day, const char* first, const char* behind) {
    const auto all = test::day(behind) - test::day(first);
    return static_cast<double>((test::day(day) - test::day(first)).count()) /
           static_cast<double>(all.count());
}

bool is_near(double a, double b) {
    return std::abs(a - b) < 1e-9;
}

bool is_near(const TimelineStretch& stretch, double from, double to) {
    return is_near(stretch.from, from) && is_near(stretch.to, to);
}

View timeline_view(const char* day, const std::vector<Dates>& all) {
    const References references = test::small_references();
    std::vector<CertificateHit> hits;
    for (const Certificate& each : certificates_of(all))
        hits.push_back({each, validity(each), CertificateState::expired, {}, 0});
    View view;
    put_certificate_timeline(view,
                             test::context_on(references, test::day(day), test::day("2016-03-01")),
                             test::polish_messages(), hits);
    return view;
}

}  // namespace

TEST_CASE("a certificate is drawn from the day of its grant through the last day it is valid") {
    const auto timeline = timeline_on("2016-03-01", {{"2014-12-18", ""}});
    REQUIRE(timeline);
    CHECK(timeline->first_year == 2014);
    CHECK(timeline->last_year == 2016);
    REQUIRE(timeline->rows.size() == 1);
    const TimelineBar& bar = timeline->rows[0].bars.at(0);
    REQUIRE(bar.certain);
    CHECK(is_near(*bar.certain, part("2014-12-18", "2014-01-01", "2017-01-01"),
                  part("2015-12-19", "2014-01-01", "2017-01-01")));
    CHECK(bar.uncertain.empty());
    CHECK(bar.granted_at == bar.certain->from);
    CHECK(is_near(timeline->day, part("2016-03-01", "2014-01-01", "2017-01-01")));
    CHECK(timeline->undated == 0);
}

TEST_CASE("what the dates do not settle is uncertain, before and behind what they do") {
    const auto timeline = timeline_on("2022-06-01", {{"2021-01", ""}});
    REQUIRE(timeline);
    const TimelineBar& bar = timeline->rows.at(0).bars.at(0);
    REQUIRE(bar.certain);
    const auto at = [](const char* day) { return part(day, "2021-01-01", "2023-01-01"); };
    CHECK(is_near(*bar.certain, at("2021-01-31"), at("2022-01-02")));
    REQUIRE(bar.uncertain.size() == 2);
    CHECK(is_near(bar.uncertain[0], 0, at("2021-01-31")));
    CHECK(is_near(bar.uncertain[1], at("2022-01-02"), at("2022-02-01")));
    CHECK_FALSE(bar.granted_at);
}

TEST_CASE("nothing is sure of what began nobody knows when: hatched from the picture's edge") {
    const auto timeline = timeline_on("2020-06-01", {{"../2019-01-09", ""}});
    REQUIRE(timeline);
    CHECK(timeline->first_year == 2018);  // there is room to see that it goes on to the left
    const TimelineBar& bar = timeline->rows.at(0).bars.at(0);
    CHECK_FALSE(bar.certain);
    REQUIRE(bar.uncertain.size() == 1);
    CHECK(is_near(bar.uncertain[0], 0, part("2020-01-10", "2018-01-01", "2021-01-01")));
}

TEST_CASE("an end that is open reaches the other edge") {
    const auto timeline = timeline_on("2015-06-01", {{"2014-12-18", "2015-03-01/.."}});
    REQUIRE(timeline);
    const TimelineBar& bar = timeline->rows.at(0).bars.at(0);
    REQUIRE(bar.certain);
    REQUIRE(bar.uncertain.size() == 1);
    CHECK(bar.uncertain[0].from == bar.certain->to);
    CHECK(bar.uncertain[0].to == 1);
}

TEST_CASE("a certificate without a date is not drawn, and it is told how many those are") {
    CHECK_FALSE(timeline_on("2020-06-01", {{"", ""}}));
    CHECK_FALSE(timeline_on("2020-06-01", {}));
    const auto timeline = timeline_on("2016-06-01", {{"2014-12-18", ""}, {"", ""}, {"", ""}});
    REQUIRE(timeline);
    CHECK(timeline->rows.at(0).bars.size() == 1);
    CHECK(timeline->undated == 2);
}

TEST_CASE("a gap is the days that nobody held for sure, between two bars of one lane") {
    const auto timeline = timeline_on("2016-03-01", {{"2014-01-10", ""}, {"2015-03-01", ""}});
    REQUIRE(timeline);
    const TimelineRow& row = timeline->rows.at(0);
    REQUIRE(row.gaps.size() == 1);
    CHECK(row.gaps[0].from == row.bars[0].certain->to);
    CHECK(row.gaps[0].to == row.bars[1].certain->from);
    CHECK(row.lanes == 1);
}

TEST_CASE("what follows without a break touches, what overlaps lies in a lane below") {
    const auto continued = timeline_on("2016-03-01", {{"2014-01-10", ""}, {"2015-01-11", ""}});
    REQUIRE(continued);
    const TimelineRow& row = continued->rows.at(0);
    CHECK(row.bars[0].certain->to == row.bars[1].certain->from);
    CHECK(row.lanes == 1);
    CHECK(row.gaps.empty());

    const auto overlap =
        timeline_on("2016-03-01", {{"2014-01-10", ""}, {"2014-06-01", ""}, {"2015-03-01", ""}});
    REQUIRE(overlap);
    CHECK(overlap->rows.at(0).lanes == 2);
    CHECK(overlap->rows.at(0).bars[1].lane == 1);
    CHECK(overlap->rows.at(0).bars[2].lane == 0);
}

TEST_CASE("the day asked for is always in the picture, however far away") {
    struct Row {
        const char* day;
        int first_year, last_year;
    };
    const auto row = GENERATE(Row{"2015-06-01", 2014, 2015}, Row{"1900-01-01", 1900, 2015},
                              Row{"2013-12-31", 2013, 2015}, Row{"2200-12-31", 2014, 2200});
    const auto timeline = timeline_on(row.day, {{"2014-12-18", ""}});
    REQUIRE(timeline);
    CHECK(timeline->first_year == row.first_year);
    CHECK(timeline->last_year == row.last_year);
    CHECK(timeline->day >= 0);
    CHECK(timeline->day < 1);
}

TEST_CASE("years stand apart enough to be read, months are marked in short pictures only") {
    struct Row {
        const char* day;
        std::size_t years, ticks;
    };
    const auto row =
        GENERATE(Row{"2015-06-01", 2, 24}, Row{"2016-06-01", 3, 36}, Row{"2017-06-01", 4, 4},
                 Row{"2026-11-22", 7, 13}, Row{"2060-01-01", 5, 0}, Row{"2200-01-01", 4, 0});
    INFO(row.day);
    const auto timeline = timeline_on(row.day, {{"2014-12-18", ""}});
    REQUIRE(timeline);
    CHECK(timeline->years.size() == row.years);
    CHECK(timeline->ticks.size() == row.ticks);
    CHECK(timeline->years.front().year == 2014);
    CHECK(timeline->years.back().at < 0.95);
    for (std::size_t i = 1; i < timeline->years.size(); ++i)
        CHECK(timeline->years[i].at - timeline->years[i - 1].at > 0.1);
}

TEST_CASE("what ends before it begins is not drawn") {
    CHECK_FALSE(timeline_on("2016-03-01", {{"2014-12-18", "2013-01-01"}}));
}

TEST_CASE("the picture has a name that tells its periods and its day") {
    const View view = timeline_view("2016-03-01", {{"2014-12-18", ""}, {"2021-01", ""}});
    const Views& rows = view.get("timelines")->list_value();
    REQUIRE(rows.size() == 1);
    const std::string name = rows[0].get("picture_name")->string_value();
    CHECK(name.find("18.12.2014 – 18.12.2015") != std::string::npos);
    CHECK(name.find("styczeń 2021 – między 1.01.2022 a 31.01.2022") != std::string::npos);
    CHECK(name.find("1.03.2016") != std::string::npos);
    CHECK(view.get("day_words")->string_value() == "dziś, 1.03.2016");
    CHECK(timeline_view("2015-03-01", {{"2014-12-18", ""}}).get("day_words")->string_value() ==
          "na dzień 1.03.2015");
}

TEST_CASE("the legend explains what is drawn and nothing else") {
    const auto explains = [](const View& view, const char* name) {
        return view.get(name)->is_true();
    };
    const View exact = timeline_view("2016-03-01", {{"2014-12-18", ""}});
    CHECK(explains(exact, "has_certain"));
    CHECK(explains(exact, "has_granted"));
    CHECK_FALSE(explains(exact, "has_hatching"));
    CHECK_FALSE(explains(exact, "has_gap"));
    const View open = timeline_view("2016-03-01", {{"../2019-01-09", ""}});
    CHECK_FALSE(explains(open, "has_certain"));
    CHECK_FALSE(explains(open, "has_granted"));
    CHECK(explains(open, "has_hatching"));
}

TEST_CASE("without a date there is no picture") {
    CHECK_FALSE(timeline_view("2016-03-01", {{"", ""}}).get("has_timelines")->is_true());
}

}  // namespace wespol
