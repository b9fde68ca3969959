// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/feeds/atom_feed.h"

#include "tests/support/catch.hpp"
#include "tests/support/text.h"

#include <nlohmann/json.hpp>

using namespace wespol;
using namespace wespol::test;
using namespace std::chrono_literals;

namespace {

Feed feed() {
    Feed feed;
    feed.uuid = "u";
    feed.title = "A & B";
    feed.address = "https://wespol.example/a?q=x&y";
    feed.page = "https://wespol.example/certyfikaty";
    feed.published = Day(2026y / 11 / 21) + 10h;
    FeedEntry entry;
    entry.uuid = "e";
    entry.title = "<b>\"Furia\"</b>";
    entry.text = "jeden\ndwa\x01";
    entry.category = "koniec";
    entry.news_day = Day(2015y / 11 / 18);
    feed.entries = {entry, FeedEntry{"f", "t", "x", "https://wespol.example/podmiot/f", "nadanie",
                                     std::nullopt, std::nullopt}};
    return feed;
}

}  // namespace

TEST_CASE("an Atom feed is well-formed whatever the names hold") {
    const std::string xml = atom_feed(feed());
    CHECK(has(xml, "<title>A &amp; B</title>"));
    CHECK(has(xml, "<link rel=\"self\" href=\"https://wespol.example/a?q=x&amp;y\"/>"));
    CHECK(has(xml, "<title>&lt;b&gt;&quot;Furia&quot;&lt;/b&gt;</title>"));
    CHECK(has(xml, "<id>urn:uuid:e</id>"));
    CHECK(has(xml, "<updated>2015-11-18T00:00:00+01:00</updated>"));
    CHECK(has(xml, "<updated>2026-11-21T11:00:00+01:00</updated>"));
    CHECK(has(xml, "jeden\ndwa</content>"));
}

TEST_CASE("a JSON Feed has what version 1.1 requires") {
    const auto json = nlohmann::json::parse(json_feed(feed()));
    CHECK(json["version"] == "https://jsonfeed.org/version/1.1");
    CHECK(json["title"] == "A & B");
    REQUIRE(json["items"].size() == 2);
    CHECK(json["items"][0]["id"] == "urn:uuid:e");
    CHECK(json["items"][0]["date_published"] == "2015-11-18T00:00:00+01:00");
    CHECK_FALSE(json["items"][0].contains("url"));
    CHECK(json["items"][1]["url"] == "https://wespol.example/podmiot/f");
}
