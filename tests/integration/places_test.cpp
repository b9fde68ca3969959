// SPDX-License-Identifier: GPL-3.0-or-later
// Where hits are: every number on the map is the total of the search it links to.
#include "core/search/near_place.h"
#include "core/search/request_decoder.h"
#include "core/search/searcher.h"
#include "tests/support/catalogue_index.h"
#include "tests/support/catch.hpp"
#include "tests/support/random_requests.h"

#include <algorithm>
#include <set>
#include <string>

using namespace wespol;
using namespace wespol::test;

namespace {

constexpr Day kToday{std::chrono::year{2026} / 11 / 21};

SearchRequest around(const SearchResponse& response, const ResultPlace& place) {
    SearchRequest request = response.spelled_out;
    request.near = place.near;
    request.radius_km.reset();
    request.page = 1;
    return request;
}

SearchRequest asking(const std::string& text) {
    SearchRequest request;
    request.text = text;
    return request;
}

}  // namespace

TEST_CASE("the number at a place is the total of the search around it") {
    const Searcher searcher(embedded_snapshot(), kToday, Language::pl);
    const SearchResponse everything = searcher.search({});
    RandomRequests random(20261122);
    std::vector<SearchRequest> requests{{},
                                        asking("catering"),
                                        asking("catering konin"),
                                        asking("fundacja w powiecie gnieźnieńskim"),
                                        asking("szwalnia Leszno"),
                                        asking("poznański catering")};
    for (int round = 0; round < 40; ++round)
        requests.push_back(random.next(everything));

    std::size_t checked = 0;
    for (const SearchRequest& request : requests) {
        INFO(canonical_query(request));
        const SearchResponse response = searcher.search(request);
        const ResultPlaces found = searcher.places(request);
        CHECK(found.left_out == 0);
        std::size_t sum = found.without_place;
        for (const ResultPlace& place : found.places) {
            INFO(place.name);
            sum += place.total;
            CHECK(place.first.size() == std::min(place.total, kNamedAtPlace));
            CHECK(place.near.radius_km == kMinRadiusKm);
            if (!found.can_be_asked) continue;
            CHECK(searcher.search(around(response, place)).total == place.total);
            ++checked;
        }
        CHECK(sum >= response.total);
    }
    CHECK(checked > 200);
}

TEST_CASE("places are towns, the greatest first, each once, and their names ask for them") {
    const Searcher searcher(embedded_snapshot(), kToday, Language::pl);
    const ResultPlaces found = searcher.places({});
    REQUIRE(found.places.size() > 100);
    CHECK(found.places.front().name == "Poznań");
    CHECK(found.places.front().county == "3064");
    CHECK(found.places.front().near.text == "Poznań");
    CHECK(found.without_place > 0);
    CHECK(std::ranges::is_sorted(found.places, std::ranges::greater(), &ResultPlace::total));

    std::set<std::string> asked_by;
    for (const ResultPlace& place : found.places) {
        INFO(place.near.text);
        CHECK_FALSE(place.name.empty());
        CHECK(asked_by.insert(place.near.text).second);
        const auto again =
            decode_request({{"blisko", place.near.text}}, embedded_snapshot()->references());
        REQUIRE(again.request.near);
        CHECK(is_same_place(*again.request.near, place.near));
        for (const ResultPlace& other : found.places)
            if (&other != &place)
                CHECK(distance_km(place.near.lat, place.near.lon, other.near.lat, other.near.lon) >
                      kMinRadiusKm);
    }
}

TEST_CASE("a search without a hit is nowhere") {
    const Searcher searcher(embedded_snapshot(), kToday, Language::pl);
    const ResultPlaces found = searcher.places(asking("xyzzy"));
    CHECK(found.places.empty());
    CHECK(found.without_place == 0);
}

TEST_CASE("widok is lista or mapa, and is no part of the search itself") {
    const References& references = embedded_snapshot()->references();
    const auto asked = [&](const char* value) {
        return decode_request({{"q", "kos"}, {"widok", value}}, references);
    };
    CHECK(asked("mapa").request.on_map);
    CHECK_FALSE(asked("lista").request.on_map);
    CHECK(asked("kula").problems.size() == 1);
    SearchRequest request = asked("mapa").request;
    request.explain = true;
    request.page = 3;
    CHECK(canonical_query(request) == "q=kos&wyjasnij=1&widok=mapa&strona=3");
    CHECK(canonical_query(request.whole()) == "q=kos");
}
