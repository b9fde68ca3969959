// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/record_json.h"

#include "core/support/error.h"
#include "tests/support/catch.hpp"
#include "tests/support/dates.h"

#include <string>

using namespace wespol;
using test::date;

namespace {

Entity full_entity() {
    Entity entity;
    entity.id = "ss-zmyslona";
    entity.name = "Spółdzielnia Socjalna „Zmyślona”";
    entity.aliases = {"Zmyślona"};
    entity.legal_form = "spoldzielnia_socjalna";
    entity.krs = "0000000001";
    entity.municipality = "990101";
    entity.location = Location{52.25, 17.5, "locality"};
    entity.founded = date("2019-06");
    entity.industries = {"catering"};
    entity.industry_words = {"katering"};
    EntityStatus status;
    status.status = "opp";
    status.as_of = date("2025-02");
    status.sources = {"https://zmyslone.example/opp"};
    entity.statuses = {status};
    entity.provenance = {"sources/entities.jsonl",
                         7,
                         date("../2020-01-01"),
                         "zmyślone",
                         {"https://zmyslone.example"}};
    return entity;
}

References references() {
    Concept catering;
    catering.code = "catering";
    catering.labels = {"catering", "", "кейтеринг"};
    Subregion subregion;
    subregion.code = "zmyslony";
    County county;
    county.code = "9901";
    county.subregion = "zmyslony";
    CertificateEdition edition;
    edition.code = "zmyslona";
    edition.granted_total = 8;
    BrandVenue venue;
    venue.name = "Kiermasz Zmyślony";
    venue.town = "Wymysłowo";
    Brand brand;
    brand.code = "zmyslona_marka";
    brand.shown_at = {venue};

    References references;
    references.industry = Vocabulary::make("industry", {catering}).value();
    references.region = Region::make({subregion}, {county}, {}, {}).value();
    references.editions = {edition};
    references.brands = {brand};
    return references;
}

}  // namespace

TEST_CASE("an entity comes back as it was written", "[record_json]") {
    const std::string json = encode(full_entity());
    const Entity entity = decode_entity(json);
    CHECK(entity.name == "Spółdzielnia Socjalna „Zmyślona”");
    CHECK(entity.location == Location{52.25, 17.5, "locality"});
    CHECK(entity.founded == date("2019-06"));
    CHECK(entity.statuses.at(0).as_of == date("2025-02"));
    CHECK(entity.provenance.row == 7);
    CHECK(entity.provenance.as_of == date("../2020-01-01"));
    CHECK_FALSE(entity.nip.has_value());
    CHECK(encode(entity) == json);
}

TEST_CASE("what is unknown is not written at all", "[record_json]") {
    const std::string json = encode(full_entity());
    CHECK(json.find("null") == std::string::npos);
    CHECK(json.find("\"nip\"") == std::string::npos);
    CHECK(json.find("\"offer\"") == std::string::npos);
}

TEST_CASE("certificates and products come back", "[record_json]") {
    Certificate certificate;
    certificate.id = "zp-zmyslony";
    certificate.granted_on = date("2021-01");
    certificate.year_inferred = true;
    CHECK(encode(decode_certificate(encode(certificate))) == encode(certificate));
    CHECK(decode_certificate(encode(certificate)).year_inferred);

    Product product;
    product.id = "zmyslona-torba";
    product.maker_candidates = {"a", "b"};
    product.year = date("2019");
    CHECK(encode(decode_product(encode(product))) == encode(product));
}

TEST_CASE("references come back with their look-ups", "[record_json]") {
    const std::string json = encode(references());
    const References decoded = decode_references(json);
    CHECK(decoded.industry.find_by_word("Кейтеринг") != nullptr);
    CHECK(decoded.region.county("9901")->subregion == "zmyslony");
    CHECK(decoded.edition("zmyslona")->granted_total == 8);
    CHECK(decoded.find_brand("zmyslona_marka")->shown_at.at(0).town == "Wymysłowo");
    CHECK(decoded.find_brand("inna") == nullptr);
    CHECK(encode(decoded) == json);
}

TEST_CASE("text that nobody encoded is a damaged index", "[record_json]") {
    const std::string text = GENERATE("", "{", "[]", "{}", R"({"id": 5})", "null");
    INFO(text);
    CHECK_THROWS_AS(decode_entity(text), Error);
    CHECK_THROWS_AS(decode_references(text), Error);
}
