// SPDX-License-Identifier: GPL-3.0-or-later
// Entities side by side: whom an address compares, what becomes of ids that are none, who is added.
#include "server/entity_comparison.h"
#include "tests/support/catch.hpp"
#include "tests/support/server_fixture.h"
#include "tests/support/text.h"

#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

using namespace wespol;
using namespace wespol::test;
using Json = nlohmann::json;

namespace {

constexpr const char* kPierogi = "nip-1111111111";
constexpr const char* kSewing = "nip-2222222222";
constexpr const char* kBuffet = "nip-3333333333";

/// Ids of the columns of the page, in their order.
std::vector<std::string> columns(const std::string& html) {
    const std::string before = "class=\"compare__name\" href=\"/podmiot/";
    std::vector<std::string> ids;
    for (auto at = html.find(before); at != std::string::npos; at = html.find(before, at + 1)) {
        const std::size_t start = at + before.size();
        ids.push_back(html.substr(start, html.find_first_of("\"?", start) - start));
    }
    return ids;
}

httplib::Response page_of(const std::string& query) {
    return shared_server().get("/porownaj" + query);
}

}  // namespace

TEST_CASE("a page compares whom its address names, in that order, each once") {
    const auto [query, ids] = GENERATE(table<std::string, std::vector<std::string>>({
        {"", {}},
        {"?id=", {}},
        {"?id=nip-1111111111", {kPierogi}},
        {"?id=nip-2222222222&id=nip-1111111111", {kSewing, kPierogi}},
        {"?id=nip-2222222222&id=nip-1111111111&id=nip-2222222222", {kSewing, kPierogi}},
        {"?id=nip-2222222222&id=przeniesiony", {kSewing, kPierogi}},
        {"?id=nip-1111111111&id=przeniesiony", {kPierogi}},
        {"?id=nie-ma&id=usuniety&id=nip-3333333333", {kBuffet}},
        {"?id=..%2F..%2Fetc%2Fpasswd&id=%3Cscript%3E", {}},
    }));
    INFO(query);
    const auto answer = page_of(query);
    CHECK(answer.status == 200);
    CHECK(columns(answer.body) == ids);
    CHECK(has(answer.body, "id=\"dodaj\""));
    CHECK(has(answer.body, "/protokol/nowy?id=") == (ids.size() > 1));
    CHECK_FALSE(has(answer.body, "<script>"));
}

TEST_CASE("each of the three legal facts has its row, with the state on the day") {
    const std::string today = page_of("?id=nip-1111111111&id=nip-3333333333").body;
    for (const char* title : {"Kategoria", "Status przedsiębiorstwa", "Znak"})
        CHECK(has(today, std::string("<span class=\"compare__title\">") + title));
    // The little vocabulary of this test says of no form whether the law names it.
    CHECK(has(today, "nie wiadomo"));
    CHECK_FALSE(has(today, "jeszcze nie nadany"));
    const std::string before = page_of("?id=nip-1111111111&na-dzien=2018-05-01").body;
    CHECK(has(before, "jeszcze nie nadany"));
    CHECK(has(before, "<time datetime=\"2018-05-01\">1.05.2018</time>. Trzy fakty"));
    CHECK(has(before, "id=nip-1111111111&amp;na-dzien=2018-05-01"));
    CHECK(has(before, "name=\"na-dzien\" value=\"2018-05-01\""));
}

TEST_CASE("what was asked for and is not shown is told") {
    const std::string gone = page_of("?id=usuniety&id=nie-ma&id=nip-1111111111").body;
    CHECK(has(gone, "Zmyślony podmiot zakończył działalność. (listopad 2026)"));
    CHECK(has(gone, "W katalogu nie ma takiego podmiotu."));
    CHECK(has(page_of("?id=przeniesiony").body, "Identyfikator przeniesiony prowadzi teraz"));
    CHECK(has(page_of("?id=nip-1111111111&na-dzien=2026-02-30").body, "2026-02-30"));

    Catalogue catalogue = test_catalogue();
    for (int i = 0; i < 7; ++i) {
        Entity another = catalogue.entities.back();
        another.id = fmt::format("zmyslony-{}", i);
        another.name = fmt::format("Zmyślony Warsztat {}", i);
        catalogue.entities.push_back(another);
    }
    const TestIndex index;
    index.publish(catalogue);
    const RunningServer server(index);
    std::string query;
    std::vector<std::string> first_six;
    for (int i = 0; i < 7; ++i) {
        query += fmt::format("{}id=zmyslony-{}", i == 0 ? "" : "&", i);
        if (i < 6) first_six.push_back(fmt::format("zmyslony-{}", i));
    }
    const auto seven = server.get("/porownaj?" + query);
    CHECK(columns(seven.body) == first_six);
    CHECK(has(seven.body, "„id=zmyslony-6”"));
    CHECK(has(seven.body, "Obok siebie mieści się 6 podmiotów"));
    CHECK_FALSE(has(seven.body, "id=\"dodaj\""));
    CHECK(has(server.get("/porownaj?" + query + "&dodaj=Ogr%C3%B3d+na+Niby").body,
              "W porównaniu mieści się 6 podmiotów"));
    CHECK(server.get("/api/v1/compare?" + query).status == 400);

    // However many ids stand in an address, few are looked up and few are told.
    std::string many;
    for (int i = 0; i < 900; ++i)
        many += fmt::format("{}id={}", i == 0 ? "" : "&", i);
    const auto rubbish = server.get("/porownaj?" + many);
    CHECK(rubbish.status == 200);
    CHECK(rubbish.body.size() < 20'000);
}

TEST_CASE("one is added by number or name, and the address says so") {
    const auto [dodaj, location] = GENERATE(table<std::string, std::string>({
        {"111-111-11-11", "/porownaj?id=nip-2222222222&id=nip-1111111111"},
        {"Fundacja+Przyk%C5%82adowy+Bufet", "/porownaj?id=nip-2222222222&id=nip-3333333333"},
        {"PL1111111111&na-dzien=2015-06-01",
         "/porownaj?id=nip-2222222222&id=nip-1111111111&na-dzien=2015-06-01"},
        // What was wrong with the address is told there.
        {"1111111111&na-dzien=2015-02-30",
         "/porownaj?id=nip-2222222222&id=nip-1111111111&na-dzien=2015-02-30"},
    }));
    const auto answer = page_of("?id=nip-2222222222&dodaj=" + dodaj);
    CHECK(answer.status == 303);
    CHECK(answer.get_header_value("Location") == location);
    CHECK(answer.get_header_value("Cache-Control") == "no-store");
}

TEST_CASE("who is not plainly meant is offered, not taken") {
    const std::string near = page_of("?id=nip-2222222222&dodaj=pier%C3%B3g").body;
    CHECK(has(near, "Takiej nazwy nie ma w tym katalogu"));
    CHECK(has(near, "href=\"/porownaj?id=nip-2222222222&amp;id=nip-1111111111\""));
    CHECK(has(near, "value=\"pieróg\""));
    const std::string wrong = page_of("?dodaj=1111111112").body;
    CHECK(has(wrong, "To nie jest poprawny numer"));
    CHECK(has(page_of("?dodaj=9999999999").body, "To nie"));
    CHECK(columns(wrong).empty());
    // Those that are similar to whom is compared already can be added by a link.
    CHECK(has(page_of("?id=nip-1111111111").body, "Podobne, które możesz dodać"));
}

TEST_CASE("the JSON of a comparison tells each as its own address does") {
    const RunningServer& server = shared_server();
    const auto answer =
        server.get("/api/v1/compare?id=nip-2222222222&id=przeniesiony&na-dzien=2025-12-31");
    REQUIRE(answer.status == 200);
    const Json json = Json::parse(answer.body);
    CHECK(json.at("as_of") == "2025-12-31");
    CHECK(json.at("total") == 2);
    CHECK(json.at("moved").at(0).at("moved_to") == kPierogi);
    std::size_t place = 0;
    for (const char* id : {kSewing, kPierogi})
        CHECK(json.at("entities").at(place++) ==
              Json::parse(
                  server.get(fmt::format("/api/v1/entities/{}?na-dzien=2025-12-31", id)).body));
    const std::string tag = answer.get_header_value("ETag");
    CHECK(server
              .get("/api/v1/compare?id=nip-2222222222&id=przeniesiony&na-dzien=2025-12-31",
                   {{"If-None-Match", tag}})
              .status == 304);

    for (const char* wrong : {"", "?id=nie-ma", "?id=usuniety", "?id=nip-1111111111&q=x",
                              "?id=nip-1111111111&na-dzien=1989-12-31"}) {
        INFO(wrong);
        const auto refused = server.get(std::string("/api/v1/compare") + wrong);
        CHECK(refused.status == 400);
        CHECK_FALSE(Json::parse(refused.body).at("problems").empty());
    }
}

TEST_CASE("results and entities lead to a comparison") {
    const RunningServer& server = shared_server();
    const std::string results = server.get("/szukaj?q=catering&na-dzien=2019-02-01").body;
    CHECK(has(results, "name=\"id\" value=\"nip-1111111111\" form=\"porownanie\""));
    CHECK(has(results, "id=\"porownanie\" action=\"/porownaj\""));
    const std::size_t form = results.find("id=\"porownanie\"");
    CHECK(has(results.substr(form, 300), "name=\"na-dzien\" value=\"2019-02-01\""));
    CHECK(has(server.get("/podmiot/nip-1111111111?na-dzien=2019-02-01").body,
              "href=\"/porownaj?id=nip-1111111111&amp;na-dzien=2019-02-01\""));
    CHECK_FALSE(has(server.get("/szukaj?q=xyzzy").body, "id=\"porownanie\""));
}
