// SPDX-License-Identifier: GPL-3.0-or-later
// From the page of a checked list to its protocol: the same entities and the same reasons, or why
// there is none.
#include "tests/support/catch.hpp"
#include "tests/support/server_fixture.h"

#include <algorithm>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

using namespace wespol;
using namespace wespol::test;
using Json = nlohmann::json;

TEST_CASE("a protocol of a list finds whom the table of the list shows", "[list_protocol]") {
    // The heading says what the cells are; in a protocol each line stands for itself.
    Catalogue catalogue = test_catalogue();
    catalogue.entities[2].krs = "0000012345";
    const TestIndex index;
    index.publish(catalogue);
    const RunningServer server(index);
    const auto list = GENERATE(values<std::string>({
        "1111111111\n3333333333\nOgród na Niby",
        "Lp.\tNazwa\tMiasto\n1\tSpółdzielnia Socjalna Testowy Pieróg\tGniezno\n2\tOgród na "
        "Niby\tKonin",
        "Nazwa;KRS;NIP\nBufet;12345;\nPierogi;;PL 111-111-11-11\n\nNikt taki;;",
        "KRS\n12345\n1111111111",
        "1. Ogród na Niby\n2. Nieznany Warsztat\n= 1111111112",
        "Nr\tNIP\tKRS\n1\t1111111111\t12345\n2\t111111111\t",
        "Data wpisu;KRS;Nazwa\n2020-01-01;12345;Ogród na Niby",
    }));
    INFO(list);
    const Json report = Json::parse(
        server.post("/api/v1/certificates/check", list, "text/plain; charset=utf-8").body);
    std::vector<std::string> expected;
    for (const Json& line : report.at("lines"))
        for (const Json& entity : line.at("entities")) {
            const std::string id = entity.at("id");
            if (std::ranges::find(expected, id) == expected.end()) expected.push_back(id);
        }

    const std::string page = server.post("/certyfikaty", {{"lista", list, "", ""}}).body;
    const std::string before = "name=\"kogo\" value=\"";
    std::string question;
    for (auto at = page.find(before); at != std::string::npos; at = page.find(before, at + 1)) {
        const std::size_t start = at + before.size();
        const std::string value = page.substr(start, page.find('"', start) - start);
        if (!value.empty()) question += "&kogo=" + percent_encoded(value);
    }
    const auto made = server.get("/protokol/nowy?na-dzien=2026-06-15" + question);
    REQUIRE(made.status == 303);
    std::string address = made.get_header_value("Location");
    const Json protocol = Json::parse(server.get(address.insert(address.find('?'), ".json")).body);
    std::vector<std::string> found;
    for (const Json& result : protocol.at("results"))
        found.push_back(result.at("id"));
    CHECK(found == expected);
    // A number that is none is none for the same reason.
    std::vector<std::string> reasons, told;
    const auto reason = [](std::string sentence) {
        return sentence.substr(sentence.find("”: ") + 1);
    };
    for (const Json& line : report.at("lines"))
        if (line.at("outcome") == "bledny_numer")
            reasons.push_back(reason(line.at("problems").at(0)));
    for (const Json& line : protocol.at("question").at("lines"))
        if (line.at("remark").is_string() && line.at("entities").empty() &&
            line.at("remark").get<std::string>().starts_with("„"))
            told.push_back(reason(line.at("remark")));
    CHECK(told == reasons);
}

TEST_CASE("why a list has no protocol is told as it is", "[list_protocol]") {
    const auto page_of = [](int lines, const std::string& line) {
        std::string list;
        for (int i = 0; i < lines; ++i)
            list += line + std::to_string(i) + "\n";
        return shared_server().post("/certyfikaty", {{"lista", list, "", ""}}).body;
    };
    const std::string long_name =
        "Stowarzyszenie Miłośników Źdźbła i Żółwia w Łąkach Górnych i Dolnych numer ";
    CHECK(page_of(60, long_name).find("adres z tą listą byłby za długi") != std::string::npos);
    CHECK(page_of(101, "Nikt ").find("do 100 wierszy") != std::string::npos);
    CHECK(page_of(3, "Nikt ").find("Sporządź protokół") != std::string::npos);
}

TEST_CASE("a day that cannot be makes no protocol of another one", "[list_protocol]") {
    for (const std::string path :
         {"/certyfikaty?kogo=1111111111", "/szukaj?q=catering", "/podmiot/nip-1111111111?x=1"}) {
        INFO(path);
        CHECK(shared_server().get(path).body.find("/protokol/nowy?") != std::string::npos);
        CHECK(shared_server().get(path + "&na-dzien=2026-02-30").body.find("/protokol/nowy?") ==
              std::string::npos);
    }
}
