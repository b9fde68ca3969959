// SPDX-License-Identifier: GPL-3.0-or-later
// Pages one browses by, over the embedded catalogue: what they count is what a search finds.
#include "tests/support/catalogue_index.h"
#include "tests/support/catch.hpp"
#include "tests/support/server_fixture.h"
#include "tests/support/text.h"

#include <chrono>
#include <regex>
#include <string>

#include <nlohmann/json.hpp>

using namespace wespol;
using namespace wespol::test;
using Json = nlohmann::json;

namespace {

std::string page(const std::string& path) {
    const auto answer = embedded_server().get(path);
    INFO(path);
    REQUIRE(answer.status == 200);
    return answer.body;
}

std::size_t total(const std::string& query) {
    return Json::parse(page("/api/v1/entities?" + query))["total"];
}

}  // namespace

TEST_CASE("every sector has its page, with as many entities as a search finds") {
    const std::string all = page("/branze");
    for (const Concept& sector : embedded_catalogue().references.industry.concepts()) {
        INFO(sector.code);
        CHECK(has(all, "href=\"/branza/" + sector.code + "\""));
        const std::string its_page = page("/branza/" + sector.code);
        const std::size_t count = total("branza=" + sector.code);
        CHECK(has(its_page, count == 0 ? "Nie znamy nikogo" : std::to_string(count)));
        CHECK(has(its_page, "/szukaj?branza=" + sector.code + "\"") == (count > 0));
    }
    CHECK(embedded_server().get("/branza/nie-ma-takiej").status == 404);
}

TEST_CASE("the table of a support centre counts what the searches behind it find") {
    const std::string centre = page("/owes/owes-konin-woes");
    const std::regex cell(
        R"re(<a href="/szukaj\?([^"]*branza=[^"]*)">(\d+)<span class="visually-hidden">)re");
    std::size_t cells = 0;
    for (std::sregex_iterator each(centre.begin(), centre.end(), cell), end; each != end; ++each) {
        std::string query = (*each)[1];
        for (std::size_t at = 0; (at = query.find("&amp;")) != std::string::npos;)
            query.replace(at, 5, "&");
        INFO(query);
        CHECK(total(query) == std::stoul((*each)[2]));
        ++cells;
    }
    CHECK(cells > 30);
    CHECK(has(centre, "/api/v1/entities.ics?powiat="));
    CHECK(embedded_server().get("/owes/nie-ma").status == 404);
}

TEST_CASE("certificates that end soon stand on the page of their centre, as far as the day goes") {
    // Of the gala of 18 December 2014: the last day is 18 December 2015.
    const std::string soon = page("/owes/owes-konin-woes?na-dzien=2015-12-01");
    const std::string later = page("/owes/owes-konin-woes?na-dzien=2015-10-01");
    CHECK(has(soon, "W ciągu 30"));
    CHECK(has(soon, "18.12.2015"));
    CHECK(has(later, "W ciągu 90"));
    CHECK_FALSE(has(page("/owes/owes-konin-woes?na-dzien=2015-12-19"), "18.12.2015"));
}

TEST_CASE("each thing of the brand has its page and leads to those who make it") {
    const std::string brand = page("/klunkry");
    REQUIRE(embedded_catalogue().products.size() > 5);
    for (const Product& product : embedded_catalogue().products) {
        INFO(product.id);
        CHECK(has(brand, "href=\"/klunkry/" + product.id + "\""));
        const std::string its_page = page("/klunkry/" + product.id);
        if (product.maker) CHECK(has(its_page, "href=\"/podmiot/" + *product.maker + "\""));
        for (const std::string& candidate : product.maker_candidates)
            CHECK(has(its_page, "href=\"/podmiot/" + candidate + "\""));
    }
    CHECK(embedded_server().get("/klunkry/nie-ma").status == 404);
}
