// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/loading/catalogue_loader.h"

#include "core/support/error.h"
#include "indexer/publishing/publication_limits.h"
#include "tests/support/catch.hpp"
#include "tests/support/data_folder.h"

#include <string>
#include <vector>

using namespace wespol;

namespace {

using Strings = std::vector<std::string>;

/// What the error says, after its code was checked.
std::string refusal(const test::DataFolder& folder, ErrorCode code) {
    try {
        refuse_broken(load_catalogue(folder.path()), {});
    } catch (const Error& error) {
        CHECK(error.code() == code);
        CHECK_FALSE(error.hint().empty());
        return error.what();
    }
    return "";
}

bool mentions(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

}  // namespace

TEST_CASE("a whole folder becomes a catalogue without remarks", "[catalogue_loader]") {
    const test::DataFolder folder;
    const LoadedCatalogue loaded = load_catalogue(folder.path());
    const auto& [catalogue, diagnostics, sources] =
        std::tie(loaded.catalogue, loaded.diagnostics, loaded.sources);
    CHECK(test::in_short(diagnostics) == Strings{});
    REQUIRE(catalogue.entities.size() == 3);
    CHECK(catalogue.entities[0].operator_id == "krs-0000000002");
    CHECK(catalogue.entities[1].id == "krs-0000000002");
    CHECK(catalogue.entities[2].activity == "zakonczony");
    REQUIRE(catalogue.certificates.size() == 2);
    CHECK_FALSE(catalogue.certificates[1].holder);
    CHECK(catalogue.products.at(0).year->text() == "2020");
    CHECK(catalogue.references.brands.at(0).makers.at(0).entity == "ss-zmyslona-chmurka");
    CHECK(catalogue.references.edition("zmyslona-2024")->granted_total == 2);
    CHECK(catalogue.references.support_centre("owes-zmyslony")->counties ==
          Strings{"9901", "9902"});
    CHECK(catalogue.references.awards.at(0).county == "9901");
    CHECK(catalogue.references.region.county("9902")->tile_row == 1);
    CHECK(catalogue.references.legal_form.find("spoldzielnia_socjalna")->art_94 == "z_formy");
    CHECK(sources.size() == 7);
}

TEST_CASE("a broken record costs itself and is named by file and row", "[catalogue_loader]") {
    const test::DataFolder folder;
    const auto [file, line, message] = GENERATE(table<std::string, std::string, std::string>({
        {"sources/entities.jsonl", "{\"id\": \"x\"", "nie jest poprawnym"},
        {"sources/entities.jsonl",
         R"({"id": "ss-zmyslona-chmurka", "name": "Druga", "legal_form": "fundacja"})",
         "identyfikator się powtarza"},
        {"sources/certificates.jsonl",
         R"({"id": "zz-x", "mark": "zmyslony_znak", "holder": "nikt", "holder_name": "Nikt"})",
         "posiadacza nie ma wśród podmiotów"},
        {"sources/certificates.jsonl", R"({"id": "zz-x", "mark": "inny", "holder_name": "Nikt"})",
         "nieznany kod"},
        {"sources/certificate_editions.jsonl", R"({"code": "x"})", "brakuje wymaganego pola"},
        {"sources/brands.jsonl", R"({"code": "inna", "name": "Inna"})", "nieznany kod"},
        {"sources/products.jsonl",
         R"({"id": "x", "brand": "zmyslona_marka", "name": "X", "kind": "inny"})", "nieznany kod"},
        {"sources/support_centres.jsonl",
         R"({"id": "x", "kind": "inny", "name": "X", "state": "past"})", "niedozwolona wartość"},
        {"sources/awards.jsonl",
         R"({"id": "x", "contest": "x", "contest_name": "X", "distinction": "nagroda", "label": "x", "municipality": "000000"})",
         "nieznana gmina"},
    }));
    INFO(file << ": " << line);
    const auto before = load_catalogue(folder.path());
    folder.append(file, line);
    const auto loaded = load_catalogue(folder.path());
    REQUIRE(count(loaded.diagnostics, Severity::error) >= 1);
    const Diagnostic& error = loaded.diagnostics.front();
    CHECK(error.file == file);
    CHECK(mentions(error.message, message));
    std::size_t rejected = 0;
    for (std::size_t i = 0; i < loaded.sources.size(); ++i) {
        rejected += loaded.sources[i].rejected;
        if (loaded.sources[i].file == file) CHECK(error.row == before.sources[i].rows + 1);
    }
    CHECK(rejected == 1);
    CHECK_NOTHROW(refuse_broken(loaded, {}));
}

TEST_CASE("a reference to nothing costs the value", "[catalogue_loader]") {
    const test::DataFolder folder;
    folder.append("sources/entities.jsonl",
                  R"({"id": "x", "name": "X", "legal_form": "fundacja", "operator_id": "nikt"})");
    folder.append(
        "sources/products.jsonl",
        R"({"id": "x", "brand": "zmyslona_marka", "name": "X", "kind": "latawiec", "maker": "nikt", )"
        R"("maker_candidates": ["nikt", "x"]})");
    folder.write(
        "region/subregions.jsonl",
        R"({"code": "zmyslony", "label": {"pl": "zmyślony"}, "support_centre": "owes-inny"})");
    const auto loaded = load_catalogue(folder.path());
    CHECK_FALSE(loaded.catalogue.entities.back().operator_id.has_value());
    CHECK_FALSE(loaded.catalogue.products.back().maker.has_value());
    CHECK(loaded.catalogue.products.back().maker_candidates == Strings{"x"});
    CHECK(test::in_short(loaded.diagnostics) ==
          Strings{"4 warning operator_id: nie ma takiego podmiotu, pominięto",
                  "2 warning maker: nie ma takiego podmiotu, pominięto",
                  "2 warning maker_candidates: nie ma takiego podmiotu, pominięto",
                  "0 warning support_centre: nie ma takiego ośrodka wsparcia"});
}

TEST_CASE("two entities under one number are noted, not merged", "[catalogue_loader]") {
    const test::DataFolder folder;
    folder.append("sources/entities.jsonl",
                  R"({"id": "x", "name": "X", "legal_form": "fundacja", "krs": "0000000001"})");
    const auto loaded = load_catalogue(folder.path());
    CHECK(loaded.catalogue.entities.size() == 4);
    CHECK(test::in_short(loaded.diagnostics) ==
          Strings{"4 note krs: ten sam numer ma inny podmiot"});
}

TEST_CASE("a broken vocabulary or region stops everything", "[catalogue_loader]") {
    const test::DataFolder folder;
    const auto [file, line, reason] = GENERATE(table<std::string, std::string, std::string>({
        {"vocabulary/industry.jsonl", "{broken", "vocabulary/industry.jsonl:3"},
        {"vocabulary/industry.jsonl", R"({"code": "lepienie_chmur", "label": {"pl": "x"}})",
         "dwa razy"},
        {"vocabulary/industry.jsonl", R"({"code": "x", "label": {"pl": "Lepienie chmur"}})",
         "dwóch pojęć"},
        {"vocabulary/industry.jsonl", R"({"code": "x", "label": {"pl": "x"}, "broader": "y"})",
         "nieznany kod"},
        {"vocabulary/mark.jsonl", R"({"code": "x", "label": {"en": "x"}})",
         "brakuje polskiej nazwy"},
        {"region/counties.jsonl", R"({"code": "9903"})", "region/counties.jsonl:3"},
        {"region/localities.jsonl",
         R"({"name": "X", "kind": "wieś", "municipality": "990101", "lat": 17.1, "lon": 52.1})",
         "poza zakresem"},
        {"region/localities.jsonl",
         R"({"name": "X", "kind": "wieś", "municipality": "000000", "lat": 52.1, "lon": 17.1})",
         "nieznaną gminę"},
    }));
    INFO(file << ": " << line);
    folder.append(file, line);
    const std::string said = refusal(folder, ErrorCode::data_rejected);
    INFO(said);
    CHECK(mentions(said, file.substr(0, 6)));
    CHECK(mentions(said, reason));
}

TEST_CASE("a missing file stops everything", "[catalogue_loader]") {
    const test::DataFolder folder;
    const std::string file = GENERATE("vocabulary/cpv.jsonl", "region/localities.jsonl",
                                      "sources/awards.jsonl", "sources/entities.jsonl");
    folder.remove(file);
    CHECK(mentions(refusal(folder, ErrorCode::environment), file));
}

TEST_CASE("an empty vocabulary or no entity at all is refused", "[catalogue_loader]") {
    const test::DataFolder folder;
    SECTION("vocabulary") {
        folder.write("vocabulary/status.jsonl", "\n");
        CHECK(mentions(refusal(folder, ErrorCode::data_rejected),
                       "vocabulary/status.jsonl: plik jest pusty"));
    }
    SECTION("entities") {
        folder.write("sources/entities.jsonl", "");
        CHECK(mentions(refusal(folder, ErrorCode::data_rejected), "ani jednego podmiotu"));
    }
}

TEST_CASE("a source that is mostly wrong is refused as a whole", "[catalogue_loader]") {
    const test::DataFolder folder;
    folder.append("sources/entities.jsonl", "{\n{");
    CHECK(refusal(folder, ErrorCode::data_rejected).empty());
    folder.append("sources/entities.jsonl", "{");
    CHECK(mentions(refusal(folder, ErrorCode::data_rejected),
                   "za dużo odrzuconych wierszy, by publikować: 3 z 6 (50%)"));
}

TEST_CASE("a file of a known name and another ending is told what is wrong with it",
          "[catalogue_loader]") {
    const auto [name, message, advice] = GENERATE(table<std::string, std::string, std::string>({
        {"entities.xlsm", "plików .xlsm program nie czyta", "zapisz go jako entities.xlsx"},
        {"entities-2026.xls", "plików .xls program nie czyta", "entities-2026.csv"},
        {"certificates.ods", "plików .ods program nie czyta", "certificates.xlsx"},
        {"certificates 2026.tsv", "plików .tsv program nie czyta", "certificates 2026.xlsx"},
        {"opp.txt", "plików .txt program nie czyta", "opp.csv"},
        {"entities", "nazwa jest bez końcówki", "entities.xlsx"},
        {"lista.xlsx", "nie wiadomo, co to za lista", "nazwij go od tego, co w nim jest"},
        {"lista.pdf", "nie wiadomo, co to za lista", "zapisz go jako .xlsx"},
    }));
    INFO(name);
    const test::DataFolder folder;
    folder.write("sources/" + name, "x");
    const LoadedCatalogue loaded = load_catalogue(folder.path());
    REQUIRE(loaded.diagnostics.size() == 1);
    CHECK(mentions(loaded.diagnostics[0].message, message));
    CHECK(mentions(loaded.diagnostics[0].advice, advice));
}
