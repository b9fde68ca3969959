// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a protocol is ours and unchanged: by its address, by our page and API, by openssl alone
// with what docs/protocol.md tells to type.
#include "core/support/ascii.h"
#include "core/support/files.h"
#include "tests/support/catch.hpp"
#include "tests/support/command.h"
#include "tests/support/protocols.h"
#include "tests/support/server_fixture.h"

#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

using namespace wespol;
using namespace wespol::test;
using Json = nlohmann::json;

namespace {

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

}  // namespace

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

    const auto page = [&](const httplib::MultipartFormDataItems& parts) {
        return server.post("/protokol", parts);
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
        return Json::parse(server.post("/api/v1/protocols/verify", body, "application/json").body);
    };
    CHECK(verdict(json).at("valid") == true);
    CHECK(verdict(changed).at("valid") == false);
    CHECK(verdict(std::string(100'000, '[')).at("valid") == false);
    // As `curl --data-binary @protokol.json` says of any file.
    const auto plain =
        server.post("/api/v1/protocols/verify", json, "application/x-www-form-urlencoded");
    CHECK(plain.status == 200);
    CHECK(Json::parse(plain.body).at("valid") == true);
    for (const std::string& body : {std::string("[]"), std::string("null"), std::string("[[[["),
                                    std::string(" {\"a\"=1}"), "\xEF\xBB\xBF" + json}) {
        INFO(body.substr(0, 20));
        const auto said =
            server.post("/api/v1/protocols/verify", body, "application/x-www-form-urlencoded");
        CHECK(said.status == 200);
        CHECK(Json::parse(said.body) == verdict(body));
        CHECK(said.body.find("Plik jest pusty") == std::string::npos);
    }
    // The page tells its days and moments as people write them.
    CHECK(good.body.find("15.06.2026, godz. 12:52:07 (UTC+2)") != std::string::npos);
    CHECK(good.body.find("2026-06-15T12:52:07") == std::string::npos);
    CHECK(server.post("/api/v1/protocols/verify", std::string(20U << 20, ' '), "application/json")
              .status == 413);
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
