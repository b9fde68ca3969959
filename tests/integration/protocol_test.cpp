// SPDX-License-Identifier: GPL-3.0-or-later
// Protocols over the real server: made, shown again after a restart and after another publication,
// refused when forged, verified by our own page and by openssl alone.
#include "core/search/parameter_problem.h"
#include "core/support/ascii.h"
#include "core/support/files.h"
#include "tests/support/catch.hpp"
#include "tests/support/command.h"
#include "tests/support/server_fixture.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include <nlohmann/json.hpp>

using namespace wespol;
using namespace wespol::test;
using Json = nlohmann::json;

namespace {

/// Where a request for a protocol leads.
std::string made_by(const RunningServer& server, const std::string& question) {
    const auto answer = server.get("/protokol/nowy?" + question);
    INFO(question << '\n' << answer.body);
    REQUIRE(answer.status == 303);
    CHECK(answer.get_header_value("Cache-Control") == "no-store");
    return answer.get_header_value("Location");
}

/// The same protocol in another form: ".json", ".pdf".
std::string form_of(const std::string& address, const std::string& ending) {
    const std::size_t query = address.find('?');
    return address.substr(0, query) + ending + address.substr(query);
}

Json json_of(const RunningServer& server, const std::string& address) {
    const auto answer = server.get(form_of(address, ".json"));
    REQUIRE(answer.status == 200);
    return Json::parse(answer.body);
}

httplib::Response posted(const RunningServer& server, const std::string& path,
                         const std::string& body, const std::string& type) {
    httplib::Client client("127.0.0.1", server.port());
    auto answer = client.Post(path, body, type.c_str());
    REQUIRE(answer);
    return *answer;
}

/// What docs/protocol.md tells to type to verify a file: its blocks of shell commands.
std::vector<std::string> commands_of_documentation() {
    const std::string text =
        read_file(std::filesystem::path(WESPOL_SOURCE_DIR) / "docs" / "protocol.md");
    const std::string begin = "```sh\n", end = "```";
    std::vector<std::string> blocks;
    for (std::size_t at = text.find(begin); at != std::string::npos; at = text.find(begin, at)) {
        at += begin.size();
        blocks.emplace_back(trimmed(text.substr(at, text.find(end, at) - at)));
    }
    return blocks;
}

constexpr const char* kSearch = "q=catering";

}  // namespace

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
    const auto verdict = posted(server, "/api/v1/protocols/verify", json, "application/json");
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

TEST_CASE("an address that was changed is refused") {
    const RunningServer& server = shared_server();
    const std::string address = made_by(server, "q=catering&powiat=3003");
    REQUIRE(server.get(address).status == 200);
    const auto changed = [&](const std::string& from, const std::string& to) {
        std::string forged = address;
        const std::size_t at = forged.find(from);
        REQUIRE(at != std::string::npos);
        return forged.replace(at, from.size(), to);
    };
    for (const std::string& forged :
         {changed("chwila=2026", "chwila=2025"), changed("q=catering", "q=pralnia"),
          changed("&powiat=3003", ""), changed("na-dzien=2026", "na-dzien=2025"),
          changed("WZ-20260615", "WZ-20260614"), address + "&powiat=3004", address + "&x=1",
          address.substr(0, address.find('?')), std::string("/protokol/WZ-1"),
          std::string("/protokol/../health"), std::string("/protokol/.json")}) {
        INFO(forged);
        const auto answer = server.get(forged);
        CHECK(answer.status == 404);
    }
    CHECK(server.get(changed("q=catering", "q=pralnia")).body.find("nie wystawiliśmy") !=
          std::string::npos);
}

TEST_CASE("openssl alone verifies a protocol") {
    const RunningServer& server = shared_server();
    const std::string address = made_by(server, kSearch);
    const Json protocol = json_of(server, address);
    const std::string key = protocol.at("issuer").at("key");
    const TemporaryDirectory folder;
    const auto save = [&](const std::string& name, const std::string& content) {
        write_file_durably(folder.path() / name, content);
    };
    save("protokol.json", server.get(form_of(address, ".json")).body);
    save("tresc.json", server.get(form_of(address, ".tresc.json")).body);
    save("podpis", server.get(form_of(address, ".podpis")).body);
    save("klucz.pem", server.get("/protokol/klucze/" + key + ".pem").body);

    const std::vector<std::string> told = commands_of_documentation();
    REQUIRE(told.size() == 3);
    const std::string& verify = told[0];
    CHECK(verify.find("openssl pkeyutl -verify") == 0);
    CHECK(output_of(verify, folder.path()).find("Signature Verified Successfully") !=
          std::string::npos);
    // From the one file that was kept, with jq and without.
    for (const std::string& taken_apart : {told[1], told[2]}) {
        const std::string signed_bytes = read_file(folder.path() / "tresc.json");
        std::filesystem::remove(folder.path() / "tresc.json");
        output_of("set -e\n" + taken_apart + "\n" + verify, folder.path());
        CHECK(read_file(folder.path() / "tresc.json") == signed_bytes);
    }

    std::string changed = read_file(folder.path() / "tresc.json");
    changed[changed.size() / 2] ^= 1;
    save("tresc.json", changed);
    CHECK(exit_code_of(verify, folder.path()) != 0);
}

TEST_CASE("files are verified by the page and by the API") {
    const RunningServer& server = shared_server();
    const std::string json = server.get(form_of(made_by(server, kSearch), ".json")).body;
    std::string changed = json;
    changed[json.find("\"total\":") + 8] = '9';

    httplib::Client client("127.0.0.1", server.port());
    const auto page = [&](const httplib::MultipartFormDataItems& parts) {
        auto answer = client.Post("/protokol", parts);
        REQUIRE(answer);
        return *answer;
    };
    const auto good = page({{"plik", json, "protokol.json", "application/json"}});
    CHECK(good.status == 200);
    CHECK(good.body.find("nikt go nie zmienił</h2>") != std::string::npos);
    CHECK(good.get_header_value("Cache-Control") == "no-store");
    CHECK(page({{"plik", "", "", ""}, {"tresc", "\r\n" + json + "\r\n", "", ""}})
              .body.find("nikt go nie zmienił</h2>") != std::string::npos);
    CHECK(page({{"plik", changed, "protokol.json", "application/json"}})
              .body.find("zmieniono po podpisaniu") != std::string::npos);
    CHECK(page({{"tresc", "  ", "", ""}}).status == 400);

    const auto verdict = [&](const std::string& body) {
        return Json::parse(
            posted(server, "/api/v1/protocols/verify", body, "application/json").body);
    };
    CHECK(verdict(json).at("valid") == true);
    CHECK(verdict(changed).at("valid") == false);
    CHECK(verdict(std::string(100'000, '[')).at("valid") == false);
    // As `curl --data-binary @protokol.json` says of any file.
    const auto plain =
        posted(server, "/api/v1/protocols/verify", json, "application/x-www-form-urlencoded");
    CHECK(plain.status == 200);
    CHECK(Json::parse(plain.body).at("valid") == true);
    for (const std::string& body : {std::string("[]"), std::string("null"), std::string("[[[["),
                                    std::string(" {\"a\"=1}"), "\xEF\xBB\xBF" + json}) {
        INFO(body.substr(0, 20));
        const auto said =
            posted(server, "/api/v1/protocols/verify", body, "application/x-www-form-urlencoded");
        CHECK(said.status == 200);
        CHECK(Json::parse(said.body) == verdict(body));
        CHECK(said.body.find("Plik jest pusty") == std::string::npos);
    }
    // The page tells its days and moments as people write them.
    CHECK(good.body.find("15.06.2026, godz. 12:52:07 (UTC+2)") != std::string::npos);
    CHECK(good.body.find("2026-06-15T12:52:07") == std::string::npos);
    CHECK(
        posted(server, "/api/v1/protocols/verify", std::string(20U << 20, ' '), "application/json")
            .status == 413);
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

TEST_CASE("the public keys have fixed addresses") {
    const RunningServer& server = shared_server();
    const Json keys = Json::parse(server.get("/.well-known/wespol-keys.json").body).at("keys");
    REQUIRE(keys.size() == 1);
    CHECK(keys.at(0).at("current") == true);
    const auto pem = server.get(keys.at(0).at("pem").get<std::string>());
    CHECK(pem.status == 200);
    CHECK(pem.body.starts_with("-----BEGIN PUBLIC KEY-----"));
    CHECK(server.get("/protokol/klucze/0123456789abcdef.pem").status == 404);
    CHECK(server.get("/protokol/klucze/..%2f..%2fkeys%2fcurrent").status == 404);
}

TEST_CASE("a known protocol is not written again") {
    const RunningServer& server = shared_server();
    const std::string address = made_by(server, kSearch);
    const std::string tag = server.get(address).get_header_value("ETag");
    CHECK_FALSE(tag.empty());
    CHECK(server.get(address, {{"If-None-Match", tag}}).status == 304);
    CHECK(server.get(form_of(address, ".pdf")).get_header_value("ETag") != tag);
}
