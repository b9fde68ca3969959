// SPDX-License-Identifier: GPL-3.0-or-later
// The main job on the real catalogue: what people look for is found, and first.
#include "core/search/request_decoder.h"
#include "core/search/searcher.h"
#include "tests/support/catalogue_index.h"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace wespol;
using namespace wespol::test;

namespace {

constexpr Day kToday{std::chrono::year{2026} / 11 / 21};

SearchResponse search(const Parameters& parameters) {
    const auto snapshot = embedded_snapshot();
    const DecodedRequest decoded = decode_request(parameters, snapshot->references());
    REQUIRE(decoded.problems.empty());
    return Searcher(snapshot, kToday, Language::pl).search(decoded.request);
}

bool stands_among_first(const SearchResponse& response, std::string_view part_of_name,
                        std::size_t first = 3) {
    const auto end =
        response.hits.begin() + static_cast<std::ptrdiff_t>(std::min(first, response.hits.size()));
    return std::any_of(response.hits.begin(), end, [&](const Hit& hit) {
        return hit.entity.name.find(part_of_name) != std::string::npos;
    });
}

CertificateState state_of(std::string_view entity_id, const char* day) {
    const auto record =
        Searcher(embedded_snapshot(), kToday, Language::pl).entity(entity_id, *parse_day(day));
    REQUIRE(record);
    return record->certificate_state;
}

std::string holder_named(std::string_view part) {
    for (const Certificate& certificate : embedded_catalogue().certificates)
        if (certificate.holder_name.find(part) != std::string::npos)
            return certificate.holder.value_or("");
    FAIL("no certificate of " << part);
    return {};
}

}  // namespace

TEST_CASE("The whole catalogue is there: 354 entities, 24 certificates, 7 products") {
    const Catalogue& catalogue = embedded_catalogue();
    CHECK(catalogue.entities.size() == 354);
    CHECK(catalogue.certificates.size() == 24);
    CHECK(catalogue.products.size() == 7);
    CHECK(catalogue.references.region.counties().size() == 35);
    CHECK(catalogue.references.region.municipalities().size() == 226);
    CHECK(search({}).total == 354);
}

TEST_CASE("catering finds the caterers, and those of Gniezno when the powiat is chosen") {
    const SearchResponse everywhere = search({{"q", "catering"}});
    REQUIRE(everywhere.total >= 7);
    for (std::size_t i = 0; i < 5; ++i) {
        const std::vector<std::string>& industries = everywhere.hits[i].entity.industries;
        INFO(everywhere.hits[i].entity.name);
        CHECK(std::find(industries.begin(), industries.end(), "catering") != industries.end());
    }

    const SearchResponse gniezno = search({{"q", "catering"}, {"powiat", "3003"}});
    REQUIRE(gniezno.total >= 2);
    for (const Hit& hit : gniezno.hits)
        CHECK(hit.entity.county == "3003");
    CHECK(stands_among_first(gniezno, "Na Winiarach"));
    CHECK(gniezno.total == search({{"q", "catering"}, {"powiat", "gnieźnieński"}}).total);
}

TEST_CASE(
    "A record is found by inflected words, without diacritics, by number, name or certified "
    "service") {
    struct Case {
        const char* query;
        const char* name;
    };
    for (const Case& each :
         {Case{"cateringiem", "Na Winiarach"},
          Case{"spoldzielnia socjalna sredzianka", "Średzianka"},
          Case{"„Na Winiarach”", "Na Winiarach"}, Case{"607-008-40-92", "Nasz Dom"},
          Case{"KRS 0000649225", "Nasz Dom"}, Case{"bar mleczny Caritas Gniezno", "Na Winiarach"},
          Case{"furia", "FURIA"}, Case{"breloki z pyrą", "FURIA"}}) {
        INFO(each.query);
        CHECK(stands_among_first(search({{"q", each.query}}), each.name));
    }
}

TEST_CASE("What does not exist is not found") {
    for (const char* query :
         {"xyzzy", "\"catering\" -catering", "\"catering na księżycu\"", "!!! ???"}) {
        INFO(query);
        CHECK(search({{"q", query}}).total == 0);
    }
}

TEST_CASE("The holders of the gala of 18 December 2014 through time") {
    const std::string holder = holder_named("Jarocińska Spółdzielnia Socjalna");
    CHECK(state_of(holder, "2014-12-17") == CertificateState::never);
    CHECK(state_of(holder, "2014-12-18") == CertificateState::valid);
    CHECK(state_of(holder, "2015-06-01") == CertificateState::valid);
    CHECK(state_of(holder, "2015-12-18") == CertificateState::expiring);
    CHECK(state_of(holder, "2015-12-19") == CertificateState::expired);
    CHECK(state_of(holder, "2026-11-21") == CertificateState::expired);
}

TEST_CASE("Certificates of imprecise dates are uncertain only where the date leaves it open") {
    CHECK(state_of(holder_named("Zakład Aktywności Zawodowej w Słupcy"), "2026-11-21") ==
          CertificateState::uncertain);
    CHECK(state_of(holder_named("Na Winiarach"), "2019-06-01") == CertificateState::uncertain);
    CHECK(state_of(holder_named("Na Winiarach"), "2026-11-21") == CertificateState::expired);
}

TEST_CASE("Entities that no longer work are found, last, and can be filtered") {
    const SearchResponse all = search({});
    CHECK(all.ended_total == 1);
    const SearchResponse ended = search({{"aktywnosc", "zakonczony"}});
    REQUIRE(ended.total == 1);
    CHECK(ended.hits.front().entity.name.find("Razem być") != std::string::npos);
    const SearchResponse by_words =
        search({{"q", "spółdzielnia gmin Światowid"}, {"na-stronie", "100"}});
    REQUIRE(by_words.total >= 2);
    CHECK(by_words.hits.back().entity.name.find("Razem być") != std::string::npos);
}

TEST_CASE("Products and certificates are found on their own") {
    const Searcher searcher(embedded_snapshot(), kToday, Language::pl);
    SearchRequest request;
    request.text = "torby";
    CHECK(searcher.search_products(request).total >= 1);
    request.text = "cateringu";
    const CertificateResponse certificates = searcher.search_certificates(request);
    REQUIRE(certificates.total == 1);
    CHECK(certificates.hits.front().certificate.holder_name.find("Na Winiarach") !=
          std::string::npos);
}

TEST_CASE("no status by the older rules is said to hold on a day of which no source speaks") {
    std::size_t told = 0;
    for (const Entity& entity : embedded_catalogue().entities)
        for (const EntityStatus& status : entity.statuses) {
            if (status.status != "ps_owes") continue;
            ++told;
            INFO(entity.id);
            CHECK(state_on(status, *parse_day("2023-12-31")) == StatusState::uncertain);
            CHECK(state_on(status, *parse_day("2024-01-01")) == StatusState::ended);
        }
    CHECK(told == 18);
    const auto facts = [](const char* day) {
        return Searcher(embedded_snapshot(), kToday, Language::pl)
            .entity("krs-0000255529", *parse_day(day))
            ->facts.enterprise;
    };
    CHECK(facts("2015-06-01").state == StatusState::uncertain);
    CHECK(facts("2023-12-31").state == StatusState::uncertain);
    CHECK(facts("2024-01-01").state == StatusState::ended);
}

TEST_CASE("the support centre of a day is the one that worked then, where a source tells") {
    const auto [subregion, day, expected] = GENERATE(table<std::string, std::string, std::string>({
        {"koninski", "2012-01-01", ""},
        {"koninski", "2014-06-01", "owes-konin-kowes"},
        {"koninski", "2015-06-01", "owes-konin-woes? owes-konin-kowes?"},
        {"koninski", "2016-06-01", "owes-konin-woes"},
        {"koninski", "2026-11-21", "owes-konin-woes"},
        {"koninski", "2029-06-01", ""},
        {"pilski", "2020-06-01", "owes-pila-etap"},
        {"pilski", "2026-11-21", ""},
        {"poznanski", "2026-11-21", "owes-poznan-wces"},
        {"leszczynski", "2026-11-21", "owes-leszno-lowes?"},
    }));
    INFO(subregion << " on " << day);
    std::string found;
    for (const CentreOnDay& each : centres_on(embedded_catalogue().references.support_centres,
                                              subregion, *parse_day(day), kToday))
        found += (found.empty() ? "" : " ") + each.centre->id +
                 (each.serving == Serving::surely ? "" : "?");
    CHECK(found == expected);
}

TEST_CASE("a centre whose periods have ended is not said to be working") {
    for (const SupportCentre& each : embedded_catalogue().references.support_centres) {
        INFO(each.id);
        if (each.state == "current") CHECK(centre_on(each, kToday, kToday).serving != Serving::no);
    }
}
