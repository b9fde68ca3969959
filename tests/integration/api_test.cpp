// SPDX-License-Identifier: GPL-3.0-or-later
// What the API says: found, narrowed, refused. Whole answers are in golden_test.cpp.
#include "tests/support/catch.hpp"
#include "tests/support/server_fixture.h"

#include <algorithm>

#include <nlohmann/json.hpp>

using namespace wespol;
using namespace wespol::test;
using Json = nlohmann::json;

namespace {

Json ask(const std::string& path) {
    INFO(path);
    const auto answer = shared_server().get(path);
    INFO(answer.body);
    REQUIRE(answer.status == 200);
    return Json::parse(answer.body);
}

std::vector<std::string> ids(const Json& answer) {
    std::vector<std::string> found;
    for (const Json& hit : answer.at("hits"))
        found.push_back(hit.at("id"));
    return found;
}

}  // namespace

TEST_CASE("catering is found, narrowed, and what has ended comes last") {
    const Json all = ask("/api/v1/entities?q=catering");
    CHECK(all.at("total") == 3);
    CHECK(ids(all).back() == "nip-4444444444");
    CHECK(all.at("hits")[0].at("snippet").get<std::string>().find("<mark>") != std::string::npos);

    const Json narrowed = ask("/api/v1/entities?q=catering&powiat=3003");
    CHECK(ids(narrowed) == std::vector<std::string>{"nip-1111111111"});
}

TEST_CASE("the count beside an option is the total after choosing it") {
    const Json all = ask("/api/v1/entities?q=catering");
    for (const Json& facet : all.at("facets"))
        for (const Json& value : facet.at("values")) {
            const std::string choice =
                facet.at("name").get<std::string>() + "=" + value.at("code").get<std::string>();
            INFO(choice);
            CHECK(ask("/api/v1/entities?q=catering&" + choice).at("total") == value.at("count"));
        }
}

TEST_CASE("the state of certificates follows the day asked for") {
    const auto [id, day, state] = GENERATE(table<std::string, std::string, std::string>({
        {"nip-1111111111", "2025-12-09", "nigdy"},
        {"nip-1111111111", "2025-12-10", "wazny"},
        {"nip-1111111111", "2026-06-15", "wazny"},
        {"nip-1111111111", "2026-12-10", "wygasa"},
        {"nip-1111111111", "2026-12-11", "wygasl"},
        {"nip-2222222222", "2026-06-15", "wygasa"},
        {"nip-3333333333", "2026-06-15", "wygasl"},
        {"nip-4444444444", "2026-06-15", "niepewny"},
        {"ogrod-na-niby", "2026-06-15", "nigdy"},
    }));
    INFO(id << " on " << day);
    const Json entity = ask("/api/v1/entities/" + id + "?na-dzien=" + day);
    CHECK(entity.at("certificate_state") == state);
    CHECK(entity.at("as_of") == day);
}

TEST_CASE("without a day, today counts") {
    CHECK(ask("/api/v1/entities").at("as_of") == format_day(kTestToday));
    CHECK(ask("/api/v1/entities/nip-2222222222").at("certificate_state") == "wygasa");
}

TEST_CASE("one number is checked by its certificates") {
    const Json check = ask("/api/v1/certificates?nip=PL%20111-111-11-11&na-dzien=2026-06-15");
    CHECK(check.at("check").at("kind") == "nip");
    CHECK(check.at("check").at("number") == "1111111111");
    CHECK(check.at("check").at("state") == "wazny");
    REQUIRE(ids(check) == std::vector<std::string>{"cert-wazny"});
    CHECK(check.at("hits")[0].at("state") == "wazny");
    CHECK(check.at("hits")[0].at("validity").at("latest_end") == "2026-12-10");

    const Json unknown = ask("/api/v1/certificates?nip=5555555555");
    CHECK(unknown.at("total") == 0);
    CHECK(unknown.at("check").at("state").is_null());
}

TEST_CASE("the state of a number does not depend on the page") {
    const Json check = ask("/api/v1/certificates?nip=1111111111&na-dzien=2026-06-15&strona=2");
    CHECK(check.at("hits").empty());
    CHECK(check.at("total") == 1);
    CHECK(check.at("check").at("state") == "wazny");
}

TEST_CASE("certificates are narrowed by their state on the day") {
    const auto [states, found] = GENERATE(table<std::string, std::vector<std::string>>({
        {"certyfikat=wazny", {"cert-wazny", "cert-wygasa"}},
        {"certyfikat=wygasa", {"cert-wygasa"}},
        {"certyfikat=wygasl", {"cert-wygasl"}},
        {"certyfikat=wygasl&certyfikat=niepewny", {"cert-niepewny", "cert-wygasl"}},
        {"certyfikat=nigdy", {}},
        {"certyfikat=wazny&q=torby", {"cert-wygasa"}},
    }));
    INFO(states);
    const Json answer = ask("/api/v1/certificates?na-dzien=2026-06-15&" + states);
    auto narrowed = ids(answer);
    std::sort(narrowed.begin(), narrowed.end());
    CHECK(narrowed == found);
    CHECK(answer.at("total") == found.size());
}

TEST_CASE("a parameter that an address does not apply is refused, not dropped") {
    const auto [path, parameter] = GENERATE(table<std::string, std::string>({
        {"certificates?powiat=3003", "powiat"},
        {"certificates?powiat=nie-ma", "powiat"},
        {"certificates?branza=catering&branza=szycie", "branza"},
        {"certificates?blisko=Konin", "blisko"},
        {"certificates?sortuj=nazwa", "sortuj"},
        {"certificates?nip=1111111111&q=pierogi", "q"},
        {"certificates?nip=1111111111&certyfikat=wazny", "certyfikat"},
        {"products?powiat=3003", "powiat"},
        {"products?certyfikat=wazny", "certyfikat"},
        {"products?nip=1111111111", "nip"},
        {"entities?nip=1111111111", "nip"},
        {"entities/nip-1111111111?q=catering", "q"},
    }));
    INFO(path);
    const auto answer = shared_server().get("/api/v1/" + path);
    REQUIRE(answer.status == 400);
    const Json problems = Json::parse(answer.body).at("problems");
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].at("parameter") == parameter);
    CHECK(problems[0].at("message") == "Tu tego parametru nie stosujemy.");
    CHECK(problems[0].at("allowed").get<std::string>().find("na-dzien") != std::string::npos);
}

TEST_CASE("blank parameters and unknown ones refuse nothing") {
    const auto path = GENERATE(values<std::string>(
        {"certificates?q=pierogi&nip=&powiat=", "certificates?nip=1111111111&q=&sortuj=%20",
         "certificates?nip=1111111111&nip=1111111111", "products?powiat=&nieznany=1",
         "entities?lang=&q=catering", "entities?lang=en&lang=en"}));
    ask("/api/v1/" + path);
}

TEST_CASE("a page beyond the last is empty and knows the total") {
    const Json beyond = ask("/api/v1/entities?q=catering&strona=9");
    CHECK(beyond.at("total") == 3);
    CHECK(beyond.at("hits").empty());
    CHECK(beyond.at("page") == 9);
}

TEST_CASE("labels come in the language asked for, codes do not change") {
    const auto [language, label] = GENERATE(table<std::string, std::string>({
        {"pl", "spółdzielnia socjalna"},
        {"en", "social cooperative"},
        {"uk", "соціальний кооператив"},
    }));
    const Json entity = ask("/api/v1/entities/nip-1111111111?lang=" + language);
    CHECK(entity.at("legal_form") == Json{{"code", "spoldzielnia_socjalna"}, {"label", label}});
}

TEST_CASE("every known field says where it comes from") {
    const Json entity = ask("/api/v1/entities/nip-2222222222");
    const Json claim = entity.at("provenance").at(0);
    CHECK(claim.at("source") == "sources/entities.jsonl");
    CHECK(claim.at("row") == 2);
    CHECK(claim.at("as_of") == "2025-11");
    CHECK(claim.at("urls").size() == 1);
    const auto fields = claim.at("fields").get<std::vector<std::string>>();
    CHECK(std::find(fields.begin(), fields.end(), "phone") != fields.end());
    CHECK(std::find(fields.begin(), fields.end(), "krs") == fields.end());
    CHECK(std::find(fields.begin(), fields.end(), "location") == fields.end());
    CHECK(entity.at("krs").is_null());
    CHECK(entity.at("products").at(0).at("provenance").at(0).at("source") ==
          "sources/products.jsonl");
    CHECK(entity.at("operated_by").at("id") == "nip-3333333333");
}

TEST_CASE("a wrong parameter is named with its value and what is allowed") {
    const auto [query, parameter, value] = GENERATE(table<std::string, std::string, std::string>({
        {"strona=abc", "strona", "abc"},
        {"strona=0", "strona", "0"},
        {"na-stronie=101", "na-stronie", "101"},
        {"powiat=nie-ma", "powiat", "nie-ma"},
        {"na-dzien=2026-02-30", "na-dzien", "2026-02-30"},
        {"sortuj=losowo", "sortuj", "losowo"},
    }));
    INFO(query);
    const auto answer = shared_server().get("/api/v1/entities?q=catering&" + query);
    REQUIRE(answer.status == 400);
    const Json problems = Json::parse(answer.body).at("problems");
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].at("parameter") == parameter);
    CHECK(problems[0].at("value") == value);
    CHECK_FALSE(problems[0].at("message").get<std::string>().empty());
    CHECK_FALSE(problems[0].at("allowed").get<std::string>().empty());

    // A page goes on without it and says so.
    const auto page = shared_server().get("/szukaj?q=catering&" + query);
    CHECK(page.status == 200);
    CHECK(page.body.find("Testowy Pieróg") != std::string::npos);
}

TEST_CASE("a language is one of three, given once; pages are Polish whatever is asked") {
    const auto [query, value] =
        GENERATE(table<std::string, std::string>({{"lang=de", "de"}, {"lang=en&lang=uk", "uk"}}));
    INFO(query);
    const auto answer = shared_server().get("/api/v1/entities?" + query);
    REQUIRE(answer.status == 400);
    const Json problems = Json::parse(answer.body).at("problems");
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].at("parameter") == "lang");
    CHECK(problems[0].at("value") == value);
    CHECK(shared_server().get("/szukaj?q=catering&lang=en").body.find("<html lang=\"pl\">") !=
          std::string::npos);
}

TEST_CASE("every page tells wrong parameters") {
    const auto path =
        GENERATE(values<std::string>({"/?na-dzien=2026-02-30", "/szukaj?na-dzien=2026-02-30",
                                      "/podmiot/nip-1111111111?na-dzien=2026-02-30"}));
    INFO(path);
    const auto page = shared_server().get(path);
    CHECK(page.status == 200);
    CHECK(page.body.find("Pominięto „na-dzien=2026-02-30”") != std::string::npos);
}

TEST_CASE("the first page speaks of the day asked for") {
    const std::string body = shared_server().get("/?na-dzien=2019-06-15").body;
    CHECK(body.find("datetime=\"2019-06-15\"") != std::string::npos);
    CHECK(body.find("ważnym tego dnia") != std::string::npos);
    CHECK(body.find("/szukaj?na-dzien=2019-06-15\"") != std::string::npos);
    CHECK(shared_server().get("/").body.find("ważnym dziś") != std::string::npos);
}

TEST_CASE("several wrong parameters are all named") {
    const auto answer =
        shared_server().get("/api/v1/certificates?nip=123&strona=x&krs=0000000111&regon=1");
    REQUIRE(answer.status == 400);
    CHECK(Json::parse(answer.body).at("problems").size() == 3);
}

TEST_CASE("health says what is served") {
    const Json health = ask("/health");
    CHECK(health.at("status") == "ok");
    CHECK(health.at("generation") == shared_server().snapshots().current()->generation());
    CHECK(health.at("counts") == Json{{"entity", 6}, {"product", 2}, {"certificate", 4}});
    CHECK_FALSE(health.at("built_at").get<std::string>().empty());
}

TEST_CASE("text of the sources never becomes markup on a page") {
    for (const char* path : {"/podmiot/nip-1111111111", "/szukaj?q=obiady",
                             "/szukaj?q=%3Cscript%3Ealert(1)%3C/script%3E"}) {
        INFO(path);
        const std::string body = shared_server().get(path).body;
        CHECK(body.find("<zmyślone>") == std::string::npos);
        CHECK(body.find("<script>alert") == std::string::npos);
    }
}

TEST_CASE("suggestions come with their kind and where they lead") {
    const Json answer = ask("/api/v1/suggest?q=cater");
    CHECK(answer.at("query") == "cater");
    CHECK(answer.at("generation") == shared_server().snapshots().current()->generation());
    CHECK(answer.at("suggestions").at(0) == Json{{"kind", "concept"},
                                                 {"kind_label", "branża"},
                                                 {"label", "catering"},
                                                 {"detail", nullptr},
                                                 {"url", "/szukaj?branza=catering"},
                                                 {"query", nullptr}});
    const Json entity = ask("/api/v1/suggest?q=piero&lang=en").at("suggestions").at(0);
    CHECK(entity.at("url") == "/en/podmiot/nip-1111111111");
    CHECK(entity.at("kind_label") == "organisation");
    const Json place = ask("/api/v1/suggest?q=bufet%20gni").at("suggestions").at(0);
    CHECK(place.at("query") == "bufet Gniezno");
    CHECK(place.at("url") == "/szukaj?q=bufet%20Gniezno");
    // Of a brand without pages: the products are searched.
    const Json product = ask("/api/v1/suggest?q=kogut").at("suggestions").at(0);
    CHECK(product.at("kind") == "product");
    CHECK(product.at("url") == "/szukaj?q=Kogut%20na%20Niby");
}

TEST_CASE("fewer than two letters suggest nothing") {
    const auto path = GENERATE(values<std::string>({"suggest", "suggest?q=", "suggest?q=k"}));
    CHECK(ask("/api/v1/" + path).at("suggestions").empty());
}

TEST_CASE("the suggestions of a text that has not changed are not sent again") {
    const auto first = shared_server().get("/api/v1/suggest?q=kon");
    const std::string tag = first.get_header_value("ETag");
    REQUIRE_FALSE(tag.empty());
    CHECK(shared_server().get("/api/v1/suggest?q=kon", {{"If-None-Match", tag}}).status == 304);
    CHECK(shared_server().get("/api/v1/suggest?q=gni").get_header_value("ETag") != tag);
}

TEST_CASE("suggestions take a text and a language, and refuse the rest") {
    const auto [query, parameter] = GENERATE(table<std::string, std::string>({
        {"q=kon&powiat=3003", "powiat"},
        {"q=kon&na-dzien=2026-06-15", "na-dzien"},
        {"q=kon&lang=de", "lang"},
        {"q=kon&q=pila", "q"},
    }));
    const auto answer = shared_server().get("/api/v1/suggest?" + query);
    REQUIRE(answer.status == 400);
    CHECK(answer.get_header_value("Content-Type") == "application/problem+json");
    CHECK(Json::parse(answer.body).at("problems").at(0).at("parameter") == parameter);
}

TEST_CASE("a text that is too long is searched for as far as it goes, and the rest is told") {
    const std::string beginning = "catering%20konin";
    std::string long_text = beginning;
    for (int i = 0; i < 300; ++i)
        long_text += "%20pralnia%20" + std::to_string(i);
    for (const std::string list : {"entities", "products", "certificates"}) {
        INFO(list);
        const Json ignored =
            ask("/api/v1/" + list + "?q=" + long_text).at("understood").at("ignored");
        REQUIRE_FALSE(ignored.empty());
        CHECK(ignored.back().get<std::string>().ends_with("…"));
    }
    CHECK(ask("/api/v1/suggest?q=" + long_text).at("suggestions").empty());
    const auto page = shared_server().get("/szukaj?q=" + long_text);
    CHECK(page.status == 200);
    CHECK(page.body.find("Pominęliśmy:") != std::string::npos);
}
