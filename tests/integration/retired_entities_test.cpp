// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses of entities that moved or were removed, and entities that several sources describe.
#include "tests/support/catch.hpp"
#include "tests/support/server_fixture.h"

#include <algorithm>
#include <string>

#include <nlohmann/json.hpp>

using namespace wespol;
using namespace wespol::test;
using Json = nlohmann::json;

TEST_CASE("an id that moved leads to where it moved, with the rest of the request") {
    const auto [from, to] = GENERATE(table<std::string, std::string>({
        {"/podmiot/przeniesiony", "/podmiot/nip-1111111111"},
        {"/podmiot/przeniesiony?na-dzien=2015-06-01&lang=uk",
         "/podmiot/nip-1111111111?na-dzien=2015-06-01&lang=uk"},
        {"/api/v1/entities/przeniesiony", "/api/v1/entities/nip-1111111111"},
    }));
    const auto answer = shared_server().get(from);
    CHECK(answer.status == 301);
    CHECK(answer.get_header_value("Location") == to);
    CHECK(shared_server().get(to).status == 200);
}

TEST_CASE("an id that was removed answers 410 with the reason and the date") {
    const auto page = shared_server().get("/podmiot/usuniety");
    CHECK(page.status == 410);
    CHECK(page.body.find("Zmyślony podmiot zakończył działalność.") != std::string::npos);
    CHECK(page.body.find("listopad 2026") != std::string::npos);
    CHECK(page.body.find("name=\"q\"") != std::string::npos);

    const auto answer = shared_server().get("/api/v1/entities/usuniety");
    CHECK(answer.status == 410);
    CHECK(answer.get_header_value("Content-Type") == "application/problem+json");
    CHECK(Json::parse(answer.body).at("detail") ==
          "Zmyślony podmiot zakończył działalność. (listopad 2026)");
}

TEST_CASE("what each source says of a merged entity is on its page and in the API") {
    Catalogue catalogue = test_catalogue();
    const auto entity = std::ranges::find(catalogue.entities, "nip-1111111111", &Entity::id);
    REQUIRE(entity != catalogue.entities.end());
    Provenance list = entity->provenance;
    Provenance register_row{
        "sources/opp-2026-11-20.csv", 7, *PartialDate::parse("2026-11-20"), "wykaz OPP", {}};
    entity->claims = {{entity->id, {"name", "phone"}, {}, list},
                      {"krs-0000000099", {"krs"}, {{"name", "<ZMYŚLONA> NAZWA"}}, register_row}};
    const TestIndex index;
    index.publish(catalogue);
    const RunningServer server(index);

    const auto page = server.get("/podmiot/nip-1111111111").body;
    CHECK(page.find("sources/opp-2026-11-20.csv") != std::string::npos);
    CHECK(page.find("20.11.2026") != std::string::npos);
    CHECK(page.find("<q>&lt;ZMYŚLONA&gt; NAZWA</q>") != std::string::npos);

    const auto claims =
        Json::parse(server.get("/api/v1/entities/nip-1111111111").body).at("provenance");
    REQUIRE(claims.size() == 2);
    CHECK(claims[1].at("source") == "sources/opp-2026-11-20.csv");
    CHECK(claims[1].at("row") == 7);
    CHECK(claims[1].at("fields") == Json::array({"krs"}));
    CHECK(claims[1].at("differing")[0].at("value") == "<ZMYŚLONA> NAZWA");
}
