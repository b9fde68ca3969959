// SPDX-License-Identifier: GPL-3.0-or-later
// Protocols over the real server: made, shown again after a restart and after another publication,
// gone with their generation.
#include "core/search/parameter_problem.h"
#include "tests/support/catch.hpp"
#include "tests/support/protocols.h"
#include "tests/support/server_fixture.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <thread>

#include <nlohmann/json.hpp>

using namespace wespol;
using namespace wespol::test;
using Json = nlohmann::json;

TEST_CASE("a protocol of a search holds what the search finds, with three facts of each") {
    const RunningServer& server = shared_server();
    const std::string address = made_by(server, "q=catering&na-dzien=2026-06-01&strona=2");
    CHECK(address.starts_with("/protokol/WZ-20260615-"));
    const Json protocol = json_of(server, address);
    const Json search =
        Json::parse(server.get("/api/v1/entities?q=catering&na-dzien=2026-06-01").body);
    REQUIRE(protocol.at("total") == search.at("total"));
    for (std::size_t i = 0; i < search.at("hits").size(); ++i)
        CHECK(protocol.at("results").at(i).at("id") == search.at("hits").at(i).at("id"));
    for (const Json& result : protocol.at("results")) {
        REQUIRE(result.at("facts").size() == 3);
        for (const Json& fact : result.at("facts"))
            CHECK((fact.at("not_proven").is_string() || fact.at("meaning").is_string()));
    }
    CHECK(protocol.at("as_of") == "2026-06-01");
    CHECK(protocol.at("moment") == "2026-06-15T12:52:07+02:00");
    CHECK(protocol.at("address") == kTestUrl + address);
    CHECK(protocol.at("generation").at("name") == search.at("generation"));
    CHECK(protocol.at("generation").at("manifest_sha256").get<std::string>().size() == 64);
    CHECK(protocol.at("question").at("query") == "na-dzien=2026-06-01&q=catering");
    // The words are the sector's name: they are not told twice.
    CHECK(protocol.at("question").at("terms").dump().find("Szukano też") == std::string::npos);

    const auto page = server.get(address);
    CHECK(page.status == 200);
    for (const Json& result : protocol.at("results"))
        CHECK(page.body.find(result.at("id").get<std::string>().substr(4)) != std::string::npos);
}

TEST_CASE("a protocol keeps what the search had to say of the question") {
    const RunningServer& server = shared_server();
    const std::string terms = json_of(server, made_by(server, "q=catering+na+31+lutego+2015"))
                                  .at("question")
                                  .at("terms")
                                  .dump();
    INFO(terms);
    CHECK(terms.find("nie ma takiego dnia") != std::string::npos);
}

TEST_CASE("protocols are made of entities and of lines, too") {
    const RunningServer& server = shared_server();
    const Json two =
        json_of(server, made_by(server, "podmiot=nip-2222222222&podmiot=nip-1111111111"));
    CHECK(two.at("question").at("kind") == "entities");
    CHECK(two.at("results").at(0).at("id") == "nip-2222222222");
    CHECK(two.at("results").at(1).at("id") == "nip-1111111111");

    const std::string address = made_by(server, "id=nip-2222222222&id=nip-1111111111");
    CHECK(address.find("&id=nip-2222222222&id=nip-1111111111") != std::string::npos);
    const Json compared = json_of(server, address);
    CHECK(compared.at("question").at("kind") == "comparison");
    CHECK(
        compared.at("question").at("terms") ==
        Json::array({{{"label", "Porównanie"},
                      {"value", "ZAZ Wymyślona Szwalnia, Spółdzielnia Socjalna Testowy Pieróg"}}}));
    CHECK(compared.at("results") == two.at("results"));

    const Json lines = json_of(
        server,
        made_by(server, "kogo=111-11-11-111&kogo=7781346889&kogo=Zupe%C5%82nie%20Nieznany"));
    CHECK(lines.at("question").at("kind") == "check");
    const Json& told = lines.at("question").at("lines");
    REQUIRE(told.size() == 3);
    CHECK(told.at(0).at("entities") == Json::array({"nip-1111111111"}));
    CHECK(told.at(1).at("remark").is_string());
    CHECK(told.at(2).at("remark").get<std::string>().find("katalogu") != std::string::npos);
    CHECK(lines.at("results").size() == 1);
}

TEST_CASE("words that name a day settle the day, else it is the day of the protocol") {
    const RunningServer& server = shared_server();
    CHECK(json_of(server, made_by(server, kSearch)).at("as_of") == "2026-06-15");
    const std::string address = made_by(server, "q=catering%20na%201%20czerwca%202015");
    CHECK(address.find("na-dzien") == std::string::npos);
    CHECK(json_of(server, address).at("as_of") == "2015-06-01");
}

TEST_CASE("a request that cannot be told exactly makes no protocol") {
    const auto question = GENERATE(values<std::string>(
        {"powiat=nie-ma", "na-dzien=2026-02-30", "na-dzien=1989-12-31", "podmiot=nie-ma",
         "podmiot=nip-1111111111&kogo=x", "podmiot=nip-1111111111&q=x", "id=nip-1111111111",
         "id=nip-1111111111&id=nip-1111111111", "id=nip-1111111111&id=nie-ma",
         "id=nip-1111111111&id=nip-2222222222&q=x", "id=1&id=2&id=3&id=4&id=5&id=6&id=7",
         "podmiot=nip-1111111111&id=nip-1111111111&id=nip-2222222222",
         // What would be lost silently, or become a search for everyone.
         "q=catering&sort=nazwa", "q=catering&zly=1", "kogo=", "podmiot=", "id=", "kogo=&q=x"}));
    INFO(question);
    const auto answer = shared_server().get("/protokol/nowy?" + question);
    CHECK(answer.status == 400);
    CHECK(answer.body.find("nie można sporządzić") != std::string::npos);
}

TEST_CASE("the same address gives the same bytes after a restart and a publication") {
    const TestIndex index;
    index.publish(test_catalogue());
    std::string address, page, json, pdf;
    {
        const RunningServer server(index);
        address = made_by(server, kSearch);
        page = server.get(address).body;
        json = server.get(form_of(address, ".json")).body;
        pdf = server.get(form_of(address, ".pdf")).body;
    }
    CHECK(pdf.starts_with("%PDF-"));
    const auto check_same = [&](const RunningServer& server) {
        CHECK(server.get(address).body == page);
        CHECK(server.get(form_of(address, ".json")).body == json);
        CHECK(server.get(form_of(address, ".pdf")).body == pdf);
    };
    {
        const RunningServer restarted(index);
        check_same(restarted);
    }
    std::this_thread::sleep_for(std::chrono::seconds(1));  // generations are named by the second
    index.publish(test_catalogue(" (nowa)"));
    const RunningServer later(index);
    check_same(later);
    KeyRing::rotate(index.keys());
    const RunningServer with_new_key(index);
    check_same(with_new_key);
}

TEST_CASE("when its generation is gone a protocol answers 410, and its file still verifies") {
    const TestIndex index;
    const Manifest old = index.publish(test_catalogue());
    std::string address, json;
    {
        const RunningServer server(index);
        address = made_by(server, kSearch);
        json = server.get(form_of(address, ".json")).body;
    }
    std::this_thread::sleep_for(std::chrono::seconds(1));
    index.publish(test_catalogue(" (nowa)"));
    std::filesystem::remove_all(index.store().path_of(old.generation));
    const RunningServer server(index);
    const auto gone = server.get(address);
    CHECK(gone.status == 410);
    CHECK(gone.body.find("Plik JSON nadal sprawdzisz") != std::string::npos);
    CHECK(server.get(form_of(address, ".pdf")).status == 410);
    const auto verdict = server.post("/api/v1/protocols/verify", json, "application/json");
    CHECK(Json::parse(verdict.body).at("valid") == true);
}

TEST_CASE("a generation stays as long as the address of a protocol needs it") {
    const TestIndex index;
    const Manifest old = index.publish(test_catalogue());
    std::string address;
    {
        const RunningServer server(index);
        address = made_by(server, kSearch);
    }
    std::this_thread::sleep_for(std::chrono::seconds(1));
    index.publish(test_catalogue(" (nowa)"));
    index.store().prune({.newest = 1});
    CHECK(RunningServer(index).get(address).status == 200);

    index.store().prune({.newest = 1, .protocol_within = std::chrono::days(0)});
    CHECK(RunningServer(index).get(address).status == 410);
}

TEST_CASE("a generation that is deleted while it is open is gone as well") {
    const TestIndex index;
    const Manifest old = index.publish(test_catalogue());
    const RunningServer server(index);
    const std::string address = made_by(server, kSearch);
    CHECK(server.get(address).status == 200);
    std::filesystem::remove_all(index.store().path_of(old.generation));
    CHECK(server.get(form_of(address, ".pdf")).status == 410);
    CHECK(server.get(address).status == 410);
}

TEST_CASE("what a protocol says of a day fits that day") {
    const RunningServer& server = shared_server();
    const auto facts = [&](const std::string& day) {
        return json_of(server, made_by(server, "podmiot=nip-1111111111&na-dzien=" + day))
            .at("results")
            .at(0)
            .at("facts");
    };
    const auto says = [](const Json& fact, const char* what) {
        return fact.at("detail").is_string() &&
               fact.at("detail").get<std::string>().find(what) != std::string::npos;
    };
    const Json past = facts("2015-06-01"), today = facts("2026-06-15"),
               future = facts("2031-01-01");
    CHECK(says(past.at(0), "1.01.2021"));
    CHECK(says(past.at(1), "30.10.2022"));
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK_FALSE(says(today.at(i), "dopiero nadejdzie"));
        CHECK(says(future.at(i), "dopiero nadejdzie"));
        // When the sources or the directory said so, never the day that is asked for.
        CHECK(future.at(i).at("day") == today.at(i).at("day"));
        CHECK(future.at(i).at("day") != "1.01.2031");
    }
    CHECK(future.at(2).at("state") == "wygasl");
    CHECK(future.at(2).at("label") == "wygasł, od 11.12.2026");
}

TEST_CASE("an address too long for a QR code is told to have none") {
    const RunningServer& server = shared_server();
    std::string many;
    for (int i = 0; i < 100; ++i)
        many += "&kogo=Nieznany%20Warsztat%20Numer%20" + std::to_string(i);
    const std::string page = server.get(made_by(server, many.substr(1))).body;
    CHECK(page.find("zeskanuj kod QR") == std::string::npos);
    CHECK(page.find("na kod QR jest za długi") != std::string::npos);
    CHECK(server.get(made_by(server, kSearch)).body.find("zeskanuj kod QR") != std::string::npos);
}

TEST_CASE("pasted addresses lead to the protocol, numbers alone are explained") {
    const RunningServer& server = shared_server();
    const std::string address = made_by(server, kSearch);
    const auto asked = [&](const std::string& pasted) {
        return server.get("/protokol?adres=" + percent_encoded(pasted));
    };
    const auto opened = asked(" https://wespol.example" + address + " ");
    CHECK(opened.status == 303);
    CHECK(opened.get_header_value("Location") == address);
    const std::string number = address.substr(10, address.find('?') - 10);
    CHECK(asked(number).body.find("Sam numer nie wystarczy") != std::string::npos);
    CHECK(asked("https://example.org/x").status == 400);
    CHECK(asked("/protokol/x\r\nSet-Cookie: a=b").status == 400);
    CHECK(server.get("/protokol?adres=").status == 200);
}

TEST_CASE("a known protocol is not written again") {
    const RunningServer& server = shared_server();
    const std::string address = made_by(server, kSearch);
    const std::string tag = server.get(address).get_header_value("ETag");
    CHECK_FALSE(tag.empty());
    CHECK(server.get(address, {{"If-None-Match", tag}}).status == 304);
    CHECK(server.get(form_of(address, ".pdf")).get_header_value("ETag") != tag);
}
