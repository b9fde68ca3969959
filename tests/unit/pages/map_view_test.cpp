// SPDX-License-Identifier: GPL-3.0-or-later
// The results as a map: the page without its script.
#include "server/pages/map_view.h"

#include "server/pages/share_view.h"
#include "tests/support/catch.hpp"
#include "tests/support/text.h"
#include "tests/unit/pages/page_fixture.h"

#include <string>

namespace wespol {

namespace {

using test::has;

ResultPlace place_named(const std::string& name, std::size_t total) {
    ResultPlace place;
    place.name = name;
    place.county = "3003";
    place.near = NearPlace{name, name, 52.5347, 17.5997, kMinRadiusKm};
    place.total = total;
    place.first = {test::entity_made_of("pierwszy"), test::entity_made_of("drugi")};
    return place;
}

SearchResponse mapped() {
    SearchResponse response;
    response.request.text = "catering";
    response.request.on_map = true;
    response.request.page_size = 50;
    response.request = response.request.with(FieldId::county, "3064");
    response.spelled_out = response.request;
    response.total = 5;
    response.hits.resize(1);
    response.hits.front().entity = test::entity_made_of("na-liscie");
    response.facets = {Facet{FieldId::county,
                             "Powiat",
                             {{"3064", "Poznań", 5, true}, {"3003", "gnieźnieński", 4, false}}}};
    return response;
}

std::string map_html(const SearchResponse& response, const ResultPlaces& places,
                     const MapLayers& layers = {}) {
    const References references = test::small_references();
    const Day today = test::day("2026-11-21");
    const MapPage map{places, layers};
    return test::page_renderer().results(test::context_on(references, today, today), response, {},
                                         std::nullopt, &map);
}

}  // namespace

TEST_CASE("a map tells the places in a table, each leading to the list of those who are there") {
    ResultPlaces places;
    places.places = {place_named("Gniezno", 4), place_named("Konin", 2)};
    places.without_place = 1;
    places.left_out = 3;
    const std::string html = map_html(mapped(), places);
    CHECK(has(html, "<h1>5 podmiotów</h1>"));
    CHECK(has(html, R"(data-lat="52.53470" data-lon="17.59970" data-count="4")"));
    CHECK(
        has(html, R"(href="/szukaj?q=catering&amp;powiat=3064&amp;blisko=Gniezno&amp;promien=1)"));
    CHECK(has(html, "/podmiot/pierwszy"));
    CHECK(has(html, "i jeszcze 2"));
    CHECK(has(html, "O 1 podmiocie nie wiadomo"));
    CHECK(has(html, "Pominęliśmy 3 miejscowości"));
    CHECK_FALSE(has(html, "class=\"hit\""));
    CHECK_FALSE(has(html, "data-tiles"));
    CHECK_FALSE(has(html, "data-borders"));
}

TEST_CASE("a tile of the map is for its county alone, and the map stays") {
    ResultPlaces places;
    places.places = {place_named("Gniezno", 4)};
    const std::string html = map_html(mapped(), places);
    CHECK(has(
        html,
        R"(href="/szukaj?q=catering&amp;powiat=3003&amp;widok=mapa&amp;na-stronie=50" aria-label="powiat gnieźnieński: 4 podmioty")"));
    CHECK(has(html, R"(aria-label="Poznań: 5 podmiotów" aria-current="true")"));
}

TEST_CASE("a tile leaves out the area the words name, which would stand beside its county") {
    SearchResponse response = mapped();
    response.request = SearchRequest{};
    response.request.text = "catering powiat poznański";
    response.request.on_map = true;
    response.understood.areas = {{"powiat poznański", FieldId::county, "3064", "Poznań"}};
    ResultPlaces places;
    places.places = {place_named("Gniezno", 4)};
    CHECK(has(map_html(response, places),
              R"(href="/szukaj?q=catering&amp;powiat=3003&amp;widok=mapa)"));
}

TEST_CASE("the form keeps the map and the order that only the list shows") {
    SearchResponse response = mapped();
    response.request.sort = SortOrder::name;
    const std::string html = map_html(response, {});
    CHECK(has(html, R"(<input type="hidden" name="widok" value="mapa">)"));
    CHECK(has(html, R"(<input type="hidden" name="sortuj" value="nazwa">)"));
    CHECK_FALSE(has(html, "<select"));
    CHECK_FALSE(has(html, "data-locator"));
}

TEST_CASE("counts without a link where no search would find just these") {
    ResultPlaces places;
    places.places = {place_named("Gniezno", 4)};
    places.can_be_asked = false;
    const std::string html = map_html(mapped(), places);
    CHECK_FALSE(has(html, "blisko=Gniezno"));
    CHECK(has(html, "<td class=\"number\">4</td>"));
}

TEST_CASE("what the operator lays under the map is told to its script") {
    ResultPlaces places;
    places.places = {place_named("Gniezno", 4)};
    MapLayers layers;
    layers.borders = "{}";
    layers.tiles = "https://tiles.example.org/{z}/{x}/{y}.png?a=1&b=2";
    layers.attribution = "<b>my</b>";
    const std::string html = map_html(mapped(), places, layers);
    CHECK(has(html, "data-borders=\"/mapa/granice.geojson\""));
    CHECK(has(html, "data-tiles=\"https://tiles.example.org/{z}/{x}/{y}.png?a=1&amp;b=2\""));
    CHECK(has(html, "data-attribution=\"&lt;b&gt;my&lt;/b&gt;\""));
    CHECK(has(html, "[[&quot;Gniezno&quot;,"));
}

TEST_CASE("a list links to its map and back, on the first page") {
    SearchResponse response;
    response.request.text = "catering";
    response.request.page = 3;
    response.total = 90;
    const References references = test::small_references();
    const Day today = test::day("2026-11-21");
    const std::string list =
        test::page_renderer().results(test::context_on(references, today, today), response, {});
    CHECK(has(list, "href=\"/szukaj?q=catering&amp;widok=mapa\""));
    CHECK(has(list, "href=\"/szukaj?q=catering&amp;strona=3\" aria-current=\"page\""));
    // Its script is not asked for by the list.
    CHECK_FALSE(has(list, "map-style"));
}

TEST_CASE("a search is shared by its address and by a code of it, as long as one holds it") {
    const References references = test::small_references();
    const Day today = test::day("2026-11-21");
    PageContext context = test::context_on(references, today, today);
    context.public_url = "https://wespol.example";
    SearchRequest request;
    request.text = "kos & kosz";
    CHECK(shared_address(context, request) == "https://wespol.example/szukaj?q=kos%20%26%20kosz");
    const auto picture = qr_code_svg(shared_address(context, request));
    REQUIRE(picture);
    CHECK(picture->starts_with("<svg xmlns="));
    CHECK_FALSE(qr_code_svg(std::string(3000, 'x')));

    View view;
    put_share(view, context, request);
    CHECK(view.get("share_qr_href")->string_value() == "/szukaj/kod-qr.svg?q=kos%20%26%20kosz");
    for (int i = 0; i < 64; ++i)
        request = request.with(FieldId::cpv, std::to_string(10'000'000 + i) + std::string(40, '0'));
    put_share(view, context, request);
    CHECK(view.get("share_qr_href")->is_false());
}

}  // namespace wespol
