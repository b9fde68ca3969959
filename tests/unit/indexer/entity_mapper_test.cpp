// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/mapping/entity_mapper.h"

#include "indexer/loading/reference_loader.h"
#include "tests/support/catch.hpp"
#include "tests/support/data_folder.h"

#include <string>
#include <vector>

using namespace wespol;

namespace {

using Strings = std::vector<std::string>;

const References& references() {
    static const References loaded = [] {
        References result;
        Diagnostics diagnostics;
        load_references(std::filesystem::path(WESPOL_SOURCE_DIR) / "tests/fixtures/invented",
                        result, diagnostics);
        return result;
    }();
    return loaded;
}

struct Mapped {
    std::optional<Entity> entity;
    Diagnostics diagnostics;
};

Mapped map(const std::string& row) {
    Mapped mapped;
    const auto rows = test::rows_of(row, mapped.diagnostics);
    mapped.entity = map_entity(rows.at(0), references(), mapped.diagnostics);
    return mapped;
}

/// A good record with more keys.
Mapped map_with(const std::string& keys) {
    return map(R"({"id": "zmyslona", "name": "Zmyślona", "legal_form": "fundacja")" +
               (keys.empty() ? "" : ", " + keys) + "}");
}

}  // namespace

TEST_CASE("the place follows from town and municipality", "[entity_mapper]") {
    const auto [entity, diagnostics] = map_with(R"("town": "wymyslowo", "municipality": "990101")");
    CHECK(test::in_short(diagnostics) == Strings{});
    CHECK(entity->county == "9901");
    CHECK(entity->subregion == "zmyslony");
    CHECK(entity->location == Location{52.12, 17.12, "locality"});
}

TEST_CASE("an unknown town leaves the municipality's position, and says so", "[entity_mapper]") {
    const auto [entity, diagnostics] = map_with(R"("town": "Nigdzie", "municipality": "990101")");
    CHECK(test::in_short(diagnostics) ==
          Strings{"1 warning town: tej miejscowości nie ma w tabeli gminy"});
    CHECK(entity->town == "Nigdzie");
    CHECK(entity->location == Location{52.11, 17.11, "municipality"});
}

TEST_CASE("a place is never guessed", "[entity_mapper]") {
    const auto only_town = map_with(R"("town": "Wymysłowo")").entity;
    CHECK_FALSE(only_town->location.has_value());
    CHECK_FALSE(only_town->county.has_value());
    const auto only_county = map_with(R"("county": "9902")").entity;
    CHECK_FALSE(only_county->location.has_value());
    CHECK(only_county->subregion == "zmyslony");
}

TEST_CASE("the municipality wins over another county", "[entity_mapper]") {
    const auto [entity, diagnostics] = map_with(R"("municipality": "990101", "county": "9902")");
    CHECK(entity->county == "9901");
    CHECK(test::in_short(diagnostics) ==
          Strings{"1 warning county: powiat nie zgadza się z gminą, wzięto z gminy"});
}

TEST_CASE("words become codes; what the vocabulary does not know stays as a word",
          "[entity_mapper]") {
    const auto [entity, diagnostics] =
        map_with(R"("industries": ["Lepienie Chmur", "chmury na zamowienie", "zbieranie cieni"], )"
                 R"("target_groups": ["mieszkańcy Księżyca"])");
    CHECK(entity->industries == Strings{"lepienie_chmur"});
    CHECK(entity->industry_words ==
          Strings{"Lepienie Chmur", "chmury na zamowienie", "zbieranie cieni"});
    CHECK(entity->target_groups == Strings{"mieszkancy_ksiezyca"});
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics[0].value == "zbieranie cieni");
    CHECK(diagnostics[0].severity == Severity::warning);
    CHECK(diagnostics[0].advice.find("vocabulary/industry.jsonl") != std::string::npos);
}

TEST_CASE("an explicit id wins, then KRS, then NIP", "[entity_mapper]") {
    const auto [keys, id] = GENERATE(table<std::string, std::string>({
        {R"("id": "ss-zmyslona", "krs": "0000000001", "nip": "1234563218")", "ss-zmyslona"},
        {R"("krs": "0000000001", "nip": "1234563218")", "krs-0000000001"},
        {R"("nip": "123-456-32-18")", "nip-1234563218"},
        {R"("id": null, "nip": "1234563218")", "nip-1234563218"},
        // A wrong number is no id.
        {R"("krs": "1", "nip": "1234563218")", "nip-1234563218"},
        {R"("krs": "1")", ""},
        {R"("id": "Zmyślona 1")", ""},
        {R"("id": "../zmyslona")", ""},
        {R"("regon": "123456785")", ""},
    }));
    INFO(keys);
    const auto [entity, diagnostics] =
        map(R"({"name": "Zmyślona", "legal_form": "fundacja", )" + keys + "}");
    CHECK((entity ? entity->id : "") == id);
    CHECK((count(diagnostics, Severity::error) > 0) == id.empty());
}

TEST_CASE("what costs the record", "[entity_mapper]") {
    const auto [row, expected] = GENERATE(table<std::string, std::string>({
        {R"({"id": "a", "legal_form": "fundacja"})", "1 error name: brakuje wymaganego pola"},
        {R"({"id": "a", "name": "  ", "legal_form": "fundacja"})",
         "1 error name: brakuje wymaganego pola"},
        {R"({"id": "a", "name": "A"})", "1 error legal_form: brakuje wymaganego pola"},
        {R"({"id": "a", "name": "A", "legal_form": "zakon"})", "1 error legal_form: nieznany kod"},
        {R"({"name": "A", "legal_form": "fundacja"})", "1 error id: rekord nie ma identyfikatora"},
    }));
    INFO(row);
    const auto [entity, diagnostics] = map(row);
    CHECK_FALSE(entity.has_value());
    CHECK(test::in_short(diagnostics) == Strings{expected});
}

TEST_CASE("what costs the value only", "[entity_mapper]") {
    const auto [keys, expected] = GENERATE(table<std::string, std::string>({
        {R"("nip": "7781346889")", "1 warning nip: nieprawidłowa wartość, pominięto"},
        {R"("krs": 649225)", "1 warning krs: wartość złego rodzaju, pominięto"},
        {R"("regon": "12345678")", "1 warning regon: nieprawidłowa wartość, pominięto"},
        {R"("postal_code": "6-1")", "1 warning postal_code: nieprawidłowa wartość, pominięto"},
        {R"("founded": "wiosna 2019")", "1 warning founded: nieprawidłowa data, pominięto"},
        {R"("email": "biuro(at)zmyslone")", "1 warning email: nieprawidłowa wartość, pominięto"},
        {R"("phone": "zadzwoń")", "1 warning phone: nieprawidłowa wartość, pominięto"},
        {R"x("website": "javascript:alert(1)")x",
         "1 warning website: to nie jest adres strony, pominięto"},
        {R"("municipality": "123456")", "1 warning municipality: nieznana gmina, pominięto"},
        {R"("county": "99")", "1 warning county: nieznany powiat, pominięto"},
        {R"("activity": "drzemie")", "1 warning activity: nieznany kod, pominięto"},
        {R"("offer": {"a": 1})", "1 warning offer: wartość złego rodzaju, pominięto"},
        {R"("offer": ["a", 5])", "1 warning offer: wartość złego rodzaju, pominięto"},
        {R"("statuses": [{"status": "order"}])", "1 warning statuses[1].status: nieznany kod"},
        {R"("statuses": [{"status": "opp", "from": "2020", "until": "2019"}])",
         "1 warning statuses[1].until: koniec jest wcześniejszy niż początek, pominięto"},
        {R"("statuses": ["opp"])", "1 warning statuses: wartość złego rodzaju, pominięto"},
        {R"("sources": ["ftp://zmyslone.example"])",
         "1 warning sources: to nie jest adres strony, pominięto"},
        {R"("telefon": "99 999 99 99")", "1 warning telefon: nieznane pole, pominięto"},
    }));
    INFO(keys);
    const auto [entity, diagnostics] = map_with(keys);
    CHECK(entity.has_value());
    CHECK(test::in_short(diagnostics) == Strings{expected});
}

TEST_CASE("statuses, dates and provenance are kept as written", "[entity_mapper]") {
    const auto [entity, diagnostics] = map_with(
        R"("founded": "2019-06", "statuses": [{"status": "opp", "as_of": "2025-02"}, {"status": "nieznany"}], )"
        R"("as_of": 2024, "evidence": "zmyślenie", "sources": ["https://zmyslone.example"])");
    CHECK(entity->founded->text() == "2019-06");
    REQUIRE(entity->statuses.size() == 1);
    CHECK(entity->statuses[0].as_of->text() == "2025-02");
    CHECK_FALSE(entity->statuses[0].from.has_value());
    CHECK(entity->provenance.as_of->text() == "2024");
    CHECK(entity->provenance.row == 1);
    CHECK(entity->provenance.file == "probe.jsonl");
    CHECK(entity->provenance.urls == Strings{"https://zmyslone.example"});
    CHECK_FALSE(entity->activity.has_value());
}
