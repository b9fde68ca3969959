// SPDX-License-Identifier: GPL-3.0-or-later
// Words that ask for entries of whatever kind, beside a place, a day or a state; and other words
// around what is looked for that must not decide what is found. Over the embedded catalogue.
#include "core/search/request_decoder.h"
#include "core/search/searcher.h"
#include "tests/support/catalogue_index.h"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace wespol;
using namespace wespol::test;

namespace {

SearchResponse search(const Parameters& parameters) {
    const auto snapshot = embedded_snapshot();
    const Searcher searcher(snapshot, Day{std::chrono::year{2026} / 11 / 21}, Language::pl);
    return searcher.search(decode_request(parameters, snapshot->references()).request);
}

SearchResponse search(const std::string& text) {
    return search({{"q", text}});
}

std::vector<std::string> ids(const SearchResponse& response) {
    std::vector<std::string> found;
    for (const Hit& hit : response.hits)
        found.push_back(hit.entity.id);
    return found;
}

}  // namespace

TEST_CASE("who asks for entries at a place is shown all that are there") {
    const SearchResponse there = search({{"blisko", "Konin"}});
    REQUIRE(there.total > 20);
    const std::string text = GENERATE(
        "podmioty w Koninie", "podmioty z Konina", "podmioty ekonomii społecznej w Koninie",
        "organizacje pozarządowe Konin", "organizacje w Koninie", "instytucje w Koninie",
        "przedsiębiorstwa w Koninie", "lista podmiotów w Koninie", "ngo Konin", "usługi w Koninie",
        "organisations in Konin", "companies in Konin", "організації в Коніні", "фірми в Коніні");
    CAPTURE(text);
    const SearchResponse found = search(text);
    CHECK(found.total == there.total);
    REQUIRE(found.understood.place);
    CHECK_FALSE(found.understood.place->is_widened);
    CHECK_FALSE(found.understood.ignored.empty());
}

TEST_CASE("what an organisation organises is no word of listing") {
    CHECK(search("organizacja imprez w Poznaniu").total < search({{"blisko", "Poznań"}}).total);
    CHECK_FALSE(search("organizacja imprez w Poznaniu").spelled_out.text.empty());
}

TEST_CASE("who asks for the certified ones of a day is shown who was certified on it") {
    const SearchResponse certified = search({{"certyfikat", "wazny"}, {"na-dzien", "2015-06-01"}});
    REQUIRE(certified.total == 5);
    const std::string text = GENERATE(
        "z certyfikatem na 1 czerwca 2015", "podmioty certyfikowane na 1 czerwca 2015",
        "organizacje z certyfikatem 1 czerwca 2015", "instytucje z certyfikatem na 1 czerwca 2015",
        "lista podmiotów z certyfikatem na 1 czerwca 2015", "lista certyfikowanych 1 czerwca 2015",
        "certyfikat na 1 czerwca 2015");
    CAPTURE(text);
    const SearchResponse found = search(text);
    CHECK(found.total == certified.total);
    CHECK(found.as_of == certified.as_of);
    std::vector<std::string> expected = ids(certified), actual = ids(found);
    std::ranges::sort(expected);
    std::ranges::sort(actual);
    CHECK(actual == expected);
}

TEST_CASE("a certificate, a place and a year are three conditions") {
    const SearchResponse found = search("certyfikaty w Koninie w 2017");
    const std::vector<std::string> there = ids(found);
    CHECK(std::ranges::find(there, "ss-tuderos-konin") != there.end());
}

TEST_CASE("of two days the first is meant, and the second is told to be left out") {
    const SearchResponse found = search("z certyfikatem 1 czerwca 2015 2 lipca 2016");
    CHECK(found.as_of == Day{std::chrono::year{2015} / 6 / 1});
    CHECK(found.total == 5);
    CHECK(found.understood.ignored == std::vector<std::string>{"2 lipca 2016"});
}

TEST_CASE("a day without a year is no place and no word") {
    const SearchResponse found = search("szkolenia 3 września");
    CHECK(found.total == search("szkolenia").total);
    CHECK_FALSE(found.understood.place);
    CHECK(found.understood.ignored == std::vector<std::string>{"3 września"});
    CHECK(search("catering we Wrześni").understood.place);
}

TEST_CASE("places that are alternatives are all looked at") {
    const SearchResponse found = search("catering w Gnieźnie lub w Koninie");
    REQUIRE(found.understood.place);
    CHECK(found.understood.place->also.size() == 1);
    CHECK(found.total > 0);
}

TEST_CASE("the centre of a town is the town") {
    const SearchResponse there = search("kawiarnia Poznań");
    REQUIRE(there.total > 0);
    CHECK(search("kawiarnia w centrum Poznania").total == there.total);
    CHECK(search("kawiarnia Poznań centrum").total == there.total);
    CHECK(search("Centrum Integracji Społecznej w Koninie").total > 0);
}

TEST_CASE("a town's adjective beside work is the town, in a name it is a name") {
    const std::vector<std::string> found = ids(search("koniński hostel"));
    CHECK(std::ranges::find(found, "ss-blues-hostel-konin") != found.end());
    CHECK(ids(search("Kaliski Inkubator Przedsiębiorczości")).at(0) ==
          "fundacja-kaliski-inkubator");
    CHECK(ids(search("Leszczyński Bank Żywności")).at(0) == "krs-0000034219");
}

TEST_CASE("praise, haste and numbers of guests take nobody away") {
    CHECK(search("najtańsze sprzątanie").total == search("sprzątanie").total);
    CHECK(search("szybki remont").total == search("remont").total);
    CHECK(search("catering 24h").total == search("catering").total);
}

TEST_CASE("what work shall be without takes nobody away") {
    const SearchResponse found = search("sprzątanie bez mycia okien");
    CHECK(found.total == search("sprzątanie").total);
    CHECK(found.understood.ignored.size() == 2);
    CHECK(search("\"bez mycia okien\"").total == 0);
    CHECK(search("Fundacja Bez Zmyślonych Barier").total == 0);
}
