// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/certificate_view.h"
#include "server/pages/county_map.h"
#include "server/pages/legal_facts_view.h"
#include "tests/support/catch.hpp"
#include "tests/support/text.h"
#include "tests/unit/pages/page_fixture.h"

#include <string>

#include <nlohmann/json.hpp>

namespace wespol {

namespace {

using test::has;
using test::text_of;

EntityRecord social_cooperative() {
    EntityRecord record;
    record.as_of = test::day("2015-01-10");
    record.entity.id = "ss-na-winiarach";
    record.entity.name = "Spółdzielnia Socjalna „Na Winiarach”";
    record.entity.legal_form = "spoldzielnia_socjalna";
    record.entity.county = "3003";
    record.entity.town = "Gniezno";
    return record;
}

std::string entity_html(EntityRecord record, Language language = Language::pl,
                        const References& references = test::small_references()) {
    std::vector<Certificate> certificates;
    for (const CertificateHit& hit : record.certificates)
        certificates.push_back(hit.certificate);
    record.facts = legal_facts(record.entity, certificates, references, record.as_of);
    PageContext context = test::context_on(references, record.as_of, test::day("2026-11-21"));
    context.language = language;
    context.public_url = "https://wespol.example";
    return test::page_renderer().entity(context, record);
}

CertificateHit certificate_of(const char* granted_on) {
    Certificate certificate;
    certificate.subject = "catering";
    certificate.edition = "2014";
    certificate.granted_on = PartialDate::parse(granted_on).value();
    const Validity computed = validity(certificate);
    return {certificate, computed, state_on(computed, test::day("2015-01-10")), {}, 0};
}

}  // namespace

TEST_CASE("there are always three legal facts, and each says what it does not prove") {
    References references = test::small_references();
    const Day today = test::day("2026-11-21");
    EntityRecord record = social_cooperative();
    SECTION("a status whose note says what it means") {
        Concept noted = test::concept_of("ps_owes", "na dawnych zasadach");
        noted.note = "Mówi, że źródło nazywało podmiot przedsiębiorstwem społecznym.";
        references.status = test::vocabulary("status", {noted});
        EntityStatus status;
        status.status = "ps_owes";
        record.entity.statuses = {status};
    }
    SECTION("nothing known") {
        record.entity.legal_form = "wtz";
    }
    SECTION("a form named in the law") {}
    SECTION("with a status") {
        EntityStatus status;
        status.status = "przedsiebiorstwo_spoleczne";
        record.entity.statuses = {status};
        record.statuses = {status.status};
    }
    const Views rows = legal_fact_views(test::context_on(references, today, today),
                                        test::polish_messages(), record);
    REQUIRE(rows.size() == 3);
    for (const View& row : rows) {
        CHECK(text_of(row, "not_proven").empty() != text_of(row, "meaning").empty());
        CHECK_FALSE(text_of(*row.get("label"), "text").empty());
    }
}

TEST_CASE("the end of a certificate is as uncertain as its dates") {
    struct Row {
        const char* granted;
        const char* until;
    };
    const auto row =
        GENERATE(Row{"2014-12-18", "18.12.2015"}, Row{"2021-01", "między 1.01.2022 a 31.01.2022"},
                 Row{"../2019-01-09", "najpóźniej 9.01.2020"});
    const auto granted = PartialDate::parse(row.granted).value();
    CHECK(end_in_words(test::polish_messages(), validity(granted, std::nullopt)) == row.until);
    CHECK(end_in_words(test::polish_messages(), Validity{}) == "nie wiadomo");
}

TEST_CASE("an entity's page shows its certificates with their state on the day") {
    EntityRecord record = social_cooperative();
    record.certificates = {certificate_of("2014-12-18")};
    record.certificate_state = CertificateState::valid;
    const std::string html = entity_html(record);
    CHECK(html.find("Zakup Prospołeczny: ważny") != std::string::npos);
    CHECK(html.find("18.12.2014") != std::string::npos);
    CHECK(html.find("18.12.2015") != std::string::npos);
    CHECK(html.find("obliczone: 12 miesięcy") != std::string::npos);
    CHECK(html.find("10.01.2015") != std::string::npos);
    CHECK(html.find("powiat gnieźnieński") != std::string::npos);
}

TEST_CASE("before its grant a certificate is not said to be missing") {
    EntityRecord record = social_cooperative();
    record.certificates = {certificate_of("2015-03-01")};
    const std::string html = entity_html(record);
    CHECK(test::count_of(html, "jeszcze nie nadany") == 2);  // among the facts and in its row
    CHECK(html.find("bez certyfikatu") == std::string::npos);
    CHECK(html.find("W katalogu jest 1 certyfikat") != std::string::npos);
}

TEST_CASE("every status without a row of its own is shown") {
    EntityRecord record = social_cooperative();
    for (const char* code : {"przedsiebiorstwo_spoleczne", "opp", "inny_status"}) {
        EntityStatus status;
        status.status = code;
        record.entity.statuses.push_back(status);
    }
    const std::string html = entity_html(record);
    CHECK(test::count_of(html, "class=\"other-status\"") == 2);
    CHECK(html.find("<strong>organizacja pożytku publicznego</strong>") != std::string::npos);
    CHECK(html.find("<strong>inny_status</strong>") != std::string::npos);
}

TEST_CASE("what is unknown is left out or said to be unknown") {
    const std::string html = entity_html(social_cooperative());
    CHECK(html.find("Źródła nie podają telefonu") != std::string::npos);
    CHECK(html.find("href=\"tel:") == std::string::npos);
    CHECK(html.find("id=\"certyfikaty\"") == std::string::npos);
    CHECK(html.find("Źródła nie podają daty.") != std::string::npos);
}

TEST_CASE("that nothing is known of what they do is said only where no sector is known either") {
    const char* unknown = "Źródła mówią tylko, że podmiot istnieje";
    EntityRecord record = social_cooperative();
    CHECK(has(entity_html(record), unknown));
    record.entity.industries = {"catering"};
    CHECK_FALSE(has(entity_html(record), unknown));
}

TEST_CASE("a product that may be another's is not said to be theirs") {
    EntityRecord record = social_cooperative();
    Product product;
    product.name = "torba";
    record.candidate_products = {product};
    const std::string html = entity_html(record);
    CHECK(html.find("Źródło nie rozstrzyga") != std::string::npos);
    CHECK(html.find("id=\"produkty\"") == std::string::npos);
}

TEST_CASE("certificates are drawn over time, above the table that tells the same") {
    EntityRecord record = social_cooperative();
    record.certificates = {certificate_of("2014-12-18")};
    const std::string html = entity_html(record);
    CHECK(test::count_of(html, "class=\"timeline__picture\" role=\"img\" aria-label=") == 1);
    CHECK(has(html, "Certyfikaty: 18.12.2014 – 18.12.2015. Zaznaczony dzień: 10.01.2015."));
    CHECK(html.find("timeline__picture") < html.find("<table class=\"table\""));
    CHECK_FALSE(has(html, " style=\""));
    CHECK_FALSE(has(entity_html(social_cooperative()), "timeline"));
}

TEST_CASE("the way is offered to those of whom street and town are known") {
    EntityRecord record = social_cooperative();
    CHECK_FALSE(has(entity_html(record), "openstreetmap"));
    record.entity.street = "os. Zmyślone 20";
    CHECK(has(entity_html(record),
              "href=\"https://www.openstreetmap.org/directions?to="
              "os.%20Zmy%C5%9Blone%2020%2C%20Gniezno\" rel=\"external nofollow noreferrer\""));
}

TEST_CASE("a page tells those who link to it what it is, by its address without the day") {
    EntityRecord record = social_cooperative();
    record.entity.description = "Zmyślona kuchnia & pralnia.";
    record.entity.industries = {"catering"};
    const std::string polish = entity_html(record);
    CHECK(has(polish,
              "<link rel=\"canonical\" "
              "href=\"https://wespol.example/podmiot/ss-na-winiarach\">"));
    CHECK(has(polish,
              "<meta property=\"og:url\" "
              "content=\"https://wespol.example/podmiot/ss-na-winiarach\">"));
    CHECK(has(polish, "<meta property=\"og:title\" content=\"Spółdzielnia Socjalna „Na "));
    CHECK(has(polish,
              "<meta name=\"description\" "
              "content=\"Zmyślona kuchnia &amp; pralnia.\">"));
    CHECK(has(polish, "<meta property=\"og:locale\" content=\"pl_PL\">"));
    // Whoever shows the link elsewhere has no other page to start from.
    CHECK(
        has(polish, "<meta property=\"og:image\" content=\"https://wespol.example/assets/share-"));

    // What they do is told in Polish only.
    const std::string english = entity_html(record, Language::en);
    CHECK(has(english, "href=\"https://wespol.example/en/podmiot/ss-na-winiarach\">"));
    CHECK(has(english, "<meta property=\"og:locale\" content=\"en_GB\">"));
    CHECK(has(english, " · catering\">"));
    CHECK_FALSE(has(english, "content=\"Zmyślona kuchnia"));
}

TEST_CASE("machines read of an entity what its page says") {
    const std::string html = entity_html(social_cooperative());
    const std::string begin = "<script type=\"application/ld+json\">";
    const auto at = html.find(begin);
    REQUIRE(at != std::string::npos);
    const auto from = at + begin.size();
    const auto json = nlohmann::json::parse(html.substr(from, html.find('<', from) - from));
    CHECK(json.at("@graph").at(0).at("name") == "Spółdzielnia Socjalna „Na Winiarach”");
}

TEST_CASE("an error can be reported, and nobody is invented to report it to") {
    const std::string html = entity_html(social_cooperative());
    CHECK(has(html, "<a href=\"#zglos\">"));
    CHECK(has(html, "id=\"zglos\""));
    CHECK_FALSE(has(html, "mailto:"));
    CHECK(has(html, "<code>https://wespol.example/podmiot/ss-na-winiarach</code>"));

    References references = test::small_references();
    references.site_operator.email = "katalog@example.org";
    const std::string reachable = entity_html(social_cooperative(), Language::pl, references);
    // Of the whole record, and of its name and its address.
    CHECK(test::count_of(reachable, "href=\"mailto:katalog@example.org?subject=") == 3);
    CHECK_FALSE(has(reachable, "nie podali jeszcze adresu"));
}

TEST_CASE("tiles darken with the count, from none to most") {
    struct Row {
        std::size_t count;
        int shade;
    };
    const auto row = GENERATE(Row{0, 0}, Row{1, 1}, Row{7, 2}, Row{12, 3}, Row{28, 4}, Row{46, 5});
    CHECK(shade(row.count, 46) == row.shade);
    CHECK(shade(0, 0) == 0);
}

TEST_CASE("odd rows of tiles stand half a tile to the right, each tile links to its county") {
    const References references = test::small_references();
    const Day today = test::day("2026-11-21");
    const View map = county_map(test::context_on(references, today, today), test::polish_messages(),
                                {{"3003", 16}}, {});
    const Views& tiles = map.get("tiles")->list_value();
    REQUIRE(tiles.size() == 2);
    CHECK(text_of(tiles[0], "href") == "/szukaj?powiat=3003");
    CHECK(text_of(tiles[0], "full_name") == "powiat gnieźnieński: 16 podmiotów");
    CHECK(text_of(tiles[0], "name") == "gnieźni.");
    CHECK(text_of(tiles[1], "full_name") == "Poznań: 0 podmiotów");
    CHECK(text_of(tiles[1], "shade") == "0");
    // Both stand in the sixth row of the region's layout: nothing is drawn of the five above.
    CHECK(text_of(map, "height") == "80");
    CHECK(text_of(tiles[0], "y_name") == "36.0");
}

}  // namespace wespol
