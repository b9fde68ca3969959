// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/structured_data.h"

#include "tests/support/catch.hpp"
#include "tests/unit/pages/page_fixture.h"

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace wespol {

namespace {

using Json = nlohmann::json;

EntityRecord foundation() {
    EntityRecord record;
    record.as_of = test::day("2015-06-01");
    record.entity.id = "krs-0000000001";
    record.entity.name = "Fundacja Zmyślona";
    record.entity.legal_form = "fundacja";
    return record;
}

std::string text_of(const EntityRecord& record) {
    const References references = test::small_references();
    PageContext context = test::context_on(references, record.as_of, test::day("2026-11-22"));
    context.public_url = "https://wespol.example";
    return structured_data(context, record);
}

/// All nodes: the organisation, then what it makes.
Json nodes_of(const EntityRecord& record) {
    const Json json = Json::parse(text_of(record));
    CHECK(json.at("@context") == "https://schema.org");
    return json.at("@graph");
}

CertificateHit certificate(const char* granted_on, const char* valid_until = nullptr) {
    Certificate certificate;
    certificate.mark = "zakup_prospoleczny";
    certificate.subject = "catering";
    certificate.granted_on = PartialDate::parse(granted_on).value();
    if (valid_until) certificate.valid_until = PartialDate::parse(valid_until).value();
    const Validity computed = validity(certificate);
    return {certificate, computed, CertificateState::valid, {}, 0};
}

}  // namespace

TEST_CASE("a foundation is an NGO, a cooperative is an organisation") {
    struct Row {
        const char* form;
        const char* type;
    };
    const auto row = GENERATE(Row{"fundacja", "NGO"}, Row{"stowarzyszenie", "NGO"},
                              Row{"kgw", "NGO"}, Row{"spoldzielnia_socjalna", "Organization"},
                              Row{"zaz", "Organization"}, Row{"inne", "Organization"});
    EntityRecord record = foundation();
    record.entity.legal_form = row.form;
    CHECK(nodes_of(record).at(0).at("@type") == row.type);
}

TEST_CASE("what is unknown is left out") {
    const Json json = nodes_of(foundation());
    REQUIRE(json.size() == 1);
    std::vector<std::string> keys;
    for (const auto& [key, value] : json[0].items())
        keys.push_back(key);
    CHECK(keys == std::vector<std::string>{"@id", "@type", "mainEntityOfPage", "name"});
    CHECK(json[0].at("mainEntityOfPage") == "https://wespol.example/podmiot/krs-0000000001");
    CHECK(json[0].at("@id") == "https://wespol.example/podmiot/krs-0000000001#podmiot");
}

TEST_CASE("what is known is told by schema.org's names") {
    EntityRecord record = foundation();
    record.entity.short_name = "Zmyślona";
    record.entity.aliases = {"Fundacja Z."};
    record.entity.nip = "1111111111";
    record.entity.krs = "0000000001";
    record.entity.street = "ul. Zmyślona 1";
    record.entity.town = "Gniezno";
    record.entity.county = "3003";
    record.entity.phone = "61 111 11 11";
    record.entity.website = "javascript:alert(1)";
    record.entity.founded = PartialDate::parse("2011").value();
    record.entity.industries = {"catering"};
    const Json json = nodes_of(record).at(0);
    CHECK(json.at("alternateName") == Json::array({"Zmyślona", "Fundacja Z."}));
    CHECK(json.at("taxID") == "1111111111");
    CHECK(json.at("identifier").size() == 2);
    CHECK(json.at("identifier")[1].at("propertyID") == "KRS");
    CHECK(json.at("address").at("addressLocality") == "Gniezno");
    CHECK(json.at("address").at("addressRegion") == "wielkopolskie");
    CHECK_FALSE(json.at("address").contains("postalCode"));
    CHECK(json.at("telephone") == "61 111 11 11");
    CHECK_FALSE(json.contains("url"));
    CHECK(json.at("foundingDate") == "2011");
    CHECK(json.at("knowsAbout") == Json::array({"catering"}));
}

TEST_CASE("a span of days is no date of schema.org") {
    EntityRecord record = foundation();
    record.entity.founded = PartialDate::parse("../2011-05-01").value();
    CHECK_FALSE(nodes_of(record).at(0).contains("foundingDate"));
}

TEST_CASE("a certificate is told with its days, and only where its end is settled") {
    EntityRecord record = foundation();
    record.certificates = {certificate("2014-12-18"), certificate("2021-01"),
                           certificate("../2019-01-09"), certificate("2018", "2019-06-30")};
    const Json certificates = nodes_of(record).at(0).at("hasCertification");
    REQUIRE(certificates.size() == 2);
    CHECK(certificates[0].at("@type") == "Certification");
    CHECK(certificates[0].at("about").at("name") == "catering");
    CHECK(certificates[0].at("validFrom") == "2014-12-18");
    CHECK(certificates[0].at("expires") == "2015-12-18");
    CHECK_FALSE(certificates[1].contains("validFrom"));
    CHECK(certificates[1].at("expires") == "2019-06-30");
}

TEST_CASE("only a unit has a parent: of others it may be the founder") {
    EntityRecord record = foundation();
    record.entity.operator_name = "Gmina Zmyślona";
    CHECK_FALSE(nodes_of(record).at(0).contains("parentOrganization"));
    record.entity.legal_form = "zaz";
    CHECK(nodes_of(record).at(0).at("parentOrganization").at("name") == "Gmina Zmyślona");
    record.operated_by = foundation().entity;
    CHECK(nodes_of(record).at(0).at("parentOrganization").at("mainEntityOfPage") ==
          "https://wespol.example/podmiot/krs-0000000001");
}

TEST_CASE("its products are nodes of their own, those it may not have made are not there") {
    EntityRecord record = foundation();
    Product product;
    product.id = "torba";
    product.name = "Torba";
    product.brand = "klunkry_wielkopolskie";
    record.products = {product};
    product.name = "Może cudza";
    record.candidate_products = {product};
    const Json nodes = nodes_of(record);
    REQUIRE(nodes.size() == 2);
    CHECK(nodes[1].at("@type") == "Product");
    CHECK(nodes[1].at("name") == "Torba");
    CHECK(nodes[1].at("url") == "https://wespol.example/klunkry/torba");
    CHECK(nodes[1].at("manufacturer").at("@id") == nodes[0].at("@id"));
}

TEST_CASE("no text can close the element it stands in") {
    for (const char* text : {"</script><script>alert(1)</script>", "<!-- <script>", "]]>", "&lt;/",
                             "\" , \"x\": \"", "\xff\xfe", "{{name}}"}) {
        INFO(text);
        const EntityRecord record = test::record_made_of(text);
        const std::string written = text_of(record);
        CHECK(written.find_first_of("<>&") == std::string::npos);
        const Json json = Json::parse(written);
        if (text[0] != '\xff') CHECK(json.at("@graph").at(0).at("name") == text);
    }
}

}  // namespace wespol
