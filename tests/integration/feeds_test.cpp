// SPDX-License-Identifier: GPL-3.0-or-later
// Feeds and the calendar of certificates against the API, over the embedded catalogue.
#include "tests/support/catch.hpp"
#include "tests/support/server_fixture.h"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include <nlohmann/json.hpp>

using namespace wespol;
using namespace wespol::test;
using Json = nlohmann::json;

namespace {

std::string body(const std::string& path) {
    const auto answer = embedded_server().get(path);
    INFO(path << "\n" << answer.body.substr(0, 500));
    REQUIRE(answer.status == 200);
    return answer.body;
}

/// DTSTART by UID.
std::map<std::string, std::string> calendar_days(const std::string& calendar) {
    std::map<std::string, std::string> days;
    std::istringstream in(calendar);
    std::string uid;
    for (std::string line; std::getline(in, line);) {
        REQUIRE(line.ends_with('\r'));
        REQUIRE(line.size() <= 76);
        line.pop_back();
        if (line.starts_with("UID:")) uid = line.substr(4);
        if (line.starts_with("DTSTART;VALUE=DATE:")) days[uid] = line.substr(19);
    }
    return days;
}

bool holds_title(const Json& feed, const std::string& beginning) {
    return std::ranges::any_of(feed["items"], [&](const Json& entry) {
        return entry["title"].get<std::string>().starts_with(beginning);
    });
}

std::string without_hyphens(std::string day) {
    std::erase(day, '-');
    return day;
}

}  // namespace

TEST_CASE("the calendar has every certain day of every certificate and no other") {
    std::multiset<std::string> expected;
    const Json all = Json::parse(body("/api/v1/certificates?na-stronie=100"));
    std::size_t inferred = 0;
    for (const Json& hit : all["hits"]) {
        if (hit["year_inferred"]) {
            ++inferred;
            continue;
        }
        for (const char* side : {"start", "end"}) {
            const Json& earliest = hit["validity"][std::string("earliest_") + side];
            const Json& latest = hit["validity"][std::string("latest_") + side];
            if (earliest.is_string() && earliest == latest)
                expected.insert(without_hyphens(earliest));
        }
    }
    CHECK(inferred == 7);            // of the gala of a 15 December
    REQUIRE(expected.size() == 10);  // of the five of 18 December 2014, the first day and the last
    const auto days = calendar_days(body("/api/v1/certificates.ics"));
    std::multiset<std::string> found;
    for (const auto& [uid, day] : days)
        found.insert(day);
    CHECK(found == expected);
    CHECK(found.contains("20151218"));  // the gala of 18 December 2014, twelve months later
    // A day asked about changes no event.
    CHECK(calendar_days(body("/api/v1/certificates.ics?na-dzien=2015-06-01")) == days);
}

TEST_CASE("feeds tell what is news by the day, the uncertain as such") {
    const Json later = Json::parse(body("/api/v1/certificates.json-feed"));
    const Json before = Json::parse(body("/api/v1/certificates.json-feed?na-dzien=2015-06-01"));
    CHECK(before["items"].size() < later["items"].size());
    bool any_uncertain = false;
    std::set<std::string> ids;
    for (const Json& entry : later["items"]) {
        CHECK(ids.insert(entry["id"]).second);
        any_uncertain |=
            entry["title"].get<std::string>().find("dzień niepewny") != std::string::npos;
    }
    CHECK(any_uncertain);
    // Of the gala of December 2014: the grant is news in June, the end is not yet.
    CHECK(holds_title(later, "Koniec certyfikatu 18.12.2015"));
    CHECK(holds_title(before, "Nadano certyfikat 18.12.2014"));
    CHECK_FALSE(holds_title(before, "Koniec certyfikatu 18.12.2015"));
    const std::string atom = body("/api/v1/certificates.atom");
    for (const std::string& id : ids)
        CHECK(atom.find("<id>" + id + "</id>") != std::string::npos);
}

TEST_CASE("a feed of a search holds that search's certificates") {
    const Json found = Json::parse(body("/api/v1/certificates?q=kazimierzanka&na-stronie=100"));
    const std::string calendar = body("/api/v1/certificates.ics?q=kazimierzanka");
    CHECK(calendar_days(calendar).size() <= 2 * found["total"].get<std::size_t>());
    const std::string none = body("/api/v1/certificates.ics?q=xyzzy");
    CHECK(calendar_days(none).empty());
    // RFC 5545, 3.6: at least one component.
    CHECK(none.find("BEGIN:VTIMEZONE\r\n") != std::string::npos);
    CHECK(calendar.find("VTIMEZONE") == std::string::npos);
    const auto answer = embedded_server().get("/szukaj?q=catering");
    CHECK(answer.body.find("href=\"/api/v1/entities.ics?q=catering\"") != std::string::npos);
    CHECK(answer.body.find("href=\"/api/v1/entities.xlsx?q=catering\"") != std::string::npos);
}

TEST_CASE("a feed of found entities holds the certificates of exactly those") {
    for (const std::string query : {"q=catering", "powiat=3064", "blisko=Konin&promien=50",
                                    "certyfikat=wygasl", "forma=zaz&branza=szycie"}) {
        INFO(query);
        std::set<std::string> certificates;
        const Json found = Json::parse(body("/api/v1/entities?na-stronie=100&" + query));
        for (const Json& hit : found["hits"]) {
            const std::string id = hit["id"];
            const Json entity = Json::parse(body("/api/v1/entities/" + id));
            for (const Json& each : entity["certificates"])
                certificates.insert(each["id"]);
        }
        // Each certificate is granted once, known when or not.
        std::size_t granted = 0;
        const Json feed = Json::parse(body("/api/v1/entities.json-feed?" + query));
        for (const Json& entry : feed["items"])
            granted += entry["title"].get<std::string>().starts_with("Nadano") ? 1 : 0;
        CHECK(granted == certificates.size());
    }
    CHECK(calendar_days(body("/api/v1/entities.ics")).size() >= 10);
    CHECK(embedded_server().get("/api/v1/entities.ics?sortuj=nazwa").status == 400);
    CHECK(embedded_server().get("/api/v1/entities.ics?powiat=nie-ma").status == 400);
}
