// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of several files in one folder: what becomes one entity, what stays apart, and what is
// said.
#include "core/support/error.h"
#include "indexer/linking/certificate_linker.h"
#include "indexer/loading/catalogue_loader.h"
#include "tests/support/catch.hpp"
#include "tests/support/data_folder.h"
#include "tests/support/server_fixture.h"

#include <algorithm>
#include <string>
#include <vector>

using namespace wespol;

namespace {

using Strings = std::vector<std::string>;

const Entity* find(const LoadedCatalogue& loaded, const std::string& id) {
    const auto found = std::ranges::find(loaded.catalogue.entities, id, &Entity::id);
    return found == loaded.catalogue.entities.end() ? nullptr : &*found;
}

bool says(const LoadedCatalogue& loaded, Severity severity, const std::string& part) {
    return std::ranges::any_of(loaded.diagnostics, [&](const Diagnostic& each) {
        return each.severity == severity &&
               (each.message + " " + each.advice).find(part) != std::string::npos;
    });
}

const std::string kMain = "sources/entities.jsonl";
const std::string kSecond = "sources/entities-2026-10.csv";

/// A folder whose main list is one line.
void write_main(const test::DataFolder& folder, const std::string& more) {
    folder.write(kMain,
                 R"({"id": "zmyslona-mgla", "name": "Fundacja „Zmyślona Mgła”", )"
                 R"("legal_form": "fundacja", "town": "Wymysłowo", "municipality": "990101",)"
                 R"( "county": "9901"})"
                 "\n" +
                     more);
    for (const char* each : {"certificates", "products", "support_centres", "brands"})
        folder.write(std::string("sources/") + each + ".jsonl", "");
}

}  // namespace

TEST_CASE("a row with the number of an entity is that entity; its own address leads there") {
    const test::DataFolder folder;
    write_main(folder, R"({"id": "dawna", "name": "Dawna Pracownia", "legal_form": "fundacja", )"
                       R"("krs": "0000000077", "county": "9902"})"
                       "\n");
    folder.write(kSecond,
                 "Nazwa;Miejscowość;KRS;Telefon\n"
                 "Fundacja Pracownia pod Chmurą;Baśń;77;61 853 30 85\n"
                 "Fundacja Zupełnie Inna;Baśń;78;\n");
    const LoadedCatalogue loaded = load_catalogue(folder.path());
    CHECK(loaded.catalogue.entities.size() == 3);
    const Entity* merged = find(loaded, "dawna");
    REQUIRE(merged);
    CHECK(merged->phone == "+48618533085");
    CHECK(merged->town == "Baśń");
    REQUIRE(merged->claims.size() == 2);
    CHECK(merged->claims[1].provenance.file == kSecond);
    CHECK(merged->claims[1].provenance.row == 2);
    CHECK(merged->claims[1].provenance.as_of->text() == "2026-10");
    REQUIRE(find(loaded, "krs-0000000078"));
    const RetiredId* retired = loaded.catalogue.references.retired_id("krs-0000000077");
    REQUIRE(retired);
    CHECK(retired->moved_to == "dawna");
    CHECK(loaded.sources.size() == 8);
}

TEST_CASE("a conflict of numbers is never merged, not even under one id") {
    const test::DataFolder folder;
    write_main(folder, R"({"id": "dawna", "name": "Dawna Pracownia", "legal_form": "fundacja", )"
                       R"("krs": "0000000077", "town": "Baśń", "municipality": "990201"})"
                       "\n");
    folder.write(kSecond,
                 "Identyfikator;Nazwa;Forma prawna;Miejscowość;KRS\n"
                 "dawna;Dawna Pracownia;Fundacja;Baśń;0000000099\n"
                 ";Dawna Pracownia;Fundacja;Baśń;0000000098\n");
    const LoadedCatalogue loaded = load_catalogue(folder.path());
    CHECK(find(loaded, "dawna")->krs == "0000000077");
    CHECK(find(loaded, "dawna")->claims.empty());
    CHECK(find(loaded, "krs-0000000098"));
    CHECK(says(loaded, Severity::error, "podmiot o innym KRS"));
    // Nor does it become another entity in silence.
    CHECK(says(loaded, Severity::warning, "różny KRS: 0000000098 i 0000000077"));
}

TEST_CASE("a decision does not make one of two entities with other numbers", "[entity_lists]") {
    const test::DataFolder folder;
    write_main(folder,
               R"({"id": "pierwsza", "name": "Fundacja Pierwsza", "legal_form": "fundacja", )"
               R"("krs": "0000000077", "nip": "7781346888"})"
               "\n"
               R"({"id": "druga", "name": "Fundacja Druga", "legal_form": "fundacja", )"
               R"("krs": "0000000078", "nip": "5252344078"})"
               "\n");
    const auto same = [](const std::string& a, const std::string& b) {
        return R"({"a": ")" + a + R"(", "b": ")" + b +
               R"(", "decision": "same", "by": "zmyślone biuro", "on": "2026-11-22", "why": "x"})"
               "\n";
    };
    SECTION("of the two") {
        folder.write("decisions.jsonl", same("druga", "pierwsza"));
        const LoadedCatalogue loaded = load_catalogue(folder.path());
        CHECK(says(loaded, Severity::error,
                   "[druga] KRS 0000000078 NIP 5252344078 i [pierwsza] KRS 0000000077"));
        CHECK(find(loaded, "pierwsza"));
        CHECK(find(loaded, "druga"));
    }
    SECTION("by way of a third, without numbers") {
        folder.write("decisions.jsonl",
                     same("druga", "zmyslona-mgla") + same("pierwsza", "zmyslona-mgla"));
        const LoadedCatalogue loaded = load_catalogue(folder.path());
        CHECK(count(loaded.diagnostics, Severity::error) > 0);
        CHECK(loaded.catalogue.entities.size() >= 2);
    }
    SECTION("one number in common, and a person may say that the other one is wrong") {
        folder.write(kSecond,
                     "Identyfikator;Nazwa;Forma prawna;KRS;NIP\n"
                     "trzecia;Fundacja Pierwsza;Fundacja;0000000099;7781346888\n");
        folder.write("decisions.jsonl", same("trzecia", "pierwsza"));
        CHECK_FALSE(find(load_catalogue(folder.path()), "trzecia"));
    }
}

TEST_CASE("rows that may both be the same entity wait for a person, who is obeyed") {
    const test::DataFolder folder;
    write_main(folder, "");
    folder.write(kSecond,
                 "Nazwa;Miejscowość\n"
                 "Fundacja „Zmyślona Mgła”;Wymysłowo\n"
                 "FUNDACJA ZMYŚLONA MGŁA;Wymysłowo\n");
    LoadedCatalogue loaded = load_catalogue(folder.path());
    // Two rows of one list: told as the same record twice, or kept apart; never both merged.
    CHECK(find(loaded, "zmyslona-mgla"));
    CHECK(find(loaded, "zmyslona-mgla")->claims.size() <= 2);

    folder.write(kSecond, "Nazwa;Miejscowość;KRS\nMgielna Fundacja;Baśń;0000000066\n");
    loaded = load_catalogue(folder.path());
    CHECK(loaded.catalogue.entities.size() == 2);

    folder.write("decisions.jsonl",
                 R"({"a": "krs-0000000066", "b": "zmyslona-mgla", "decision": "same", )"
                 R"("by": "zmyślone biuro", "on": "2026-11-22", "why": "zmieniła nazwę"})"
                 "\n");
    loaded = load_catalogue(folder.path());
    REQUIRE(loaded.catalogue.entities.size() == 1);
    CHECK(loaded.catalogue.entities[0].id == "zmyslona-mgla");
    CHECK(loaded.catalogue.entities[0].krs == "0000000066");
    CHECK(loaded.catalogue.references.retired_id("krs-0000000066"));
    link_certificates(loaded, test::test_analyzer());
    CHECK_FALSE(says(loaded, Severity::warning, "decyzja o rekordzie"));
}

TEST_CASE("a decision joins two records of one list too") {
    const test::DataFolder folder;
    write_main(folder, R"({"id": "inna", "name": "Zupełnie Inna", "legal_form": "fundacja", )"
                       R"("county": "9902", "phone": "61 853 30 85"})"
                       "\n");
    folder.write("decisions.jsonl",
                 R"({"a": "inna", "b": "zmyslona-mgla", "decision": "same", )"
                 R"("by": "zmyślone biuro", "on": "2026-11-22", "why": "zmieniła nazwę"})"
                 "\n");
    const LoadedCatalogue loaded = load_catalogue(folder.path());
    REQUIRE(loaded.catalogue.entities.size() == 1);
    CHECK(loaded.catalogue.entities[0].phone == "61 853 30 85");
}

TEST_CASE("what points to a record that was merged points to the entity") {
    const test::DataFolder folder;
    folder.write("sources/opp-2026-11-20.csv",
                 "LP,KRS,NIP,Name,Voivodeship,County,Municipality,City\n");
    folder.write(kSecond,
                 "Identyfikator;Nazwa;Forma prawna;Miejscowość;KRS\n"
                 "chmurka-nowa;Zmyślona Chmurka;Spółdzielnia socjalna;Wymysłowo;1\n");
    folder.append("sources/certificates.jsonl",
                  R"({"id": "zp-proba", "mark": "zmyslony_znak", "holder": "chmurka-nowa", )"
                  R"("holder_name": "Chmurka", "granted_on": "2024-05-01", )"
                  R"("edition": "zmyslona-2024"})");
    const LoadedCatalogue loaded = load_catalogue(folder.path());
    const auto& certificates = loaded.catalogue.certificates;
    const auto probe = std::ranges::find(certificates, "zp-proba", &Certificate::id);
    REQUIRE(probe != certificates.end());
    CHECK(probe->holder == "ss-zmyslona-chmurka");
}

TEST_CASE("an id made from words merges nothing: alike names are compared", "[entity_lists]") {
    const test::DataFolder folder;
    write_main(folder, "");
    const std::string start = "Nazwa;Miejscowość\nFundacja na Rzecz Dzieci i Młodzieży ";
    folder.write("sources/entities-a.csv", start + "Niepełnosprawnej;Baśń\n");
    folder.write("sources/entities-b.csv", start + "Uzdolnionej;Baśń\n");
    CHECK(load_catalogue(folder.path()).catalogue.entities.size() == 3);

    // The same words, other numbers: one id would hide one of the two.
    folder.write("sources/entities-a.csv",
                 "Nazwa;Miejscowość;REGON\nFundacja Kropla;Baśń;000331501\n");
    folder.write("sources/entities-b.csv",
                 "Nazwa;Miejscowość;REGON\nFundacja Kropla;Baśń;123456785\n");
    LoadedCatalogue loaded = load_catalogue(folder.path());
    REQUIRE(find(loaded, "fundacja-kropla-basn"));
    REQUIRE(find(loaded, "fundacja-kropla-basn-2"));
    CHECK(find(loaded, "fundacja-kropla-basn-2")->regon == "123456785");

    // The same entity in both: one, and no address that never was is retired.
    folder.write("sources/entities-b.csv",
                 "Nazwa;Miejscowość;Telefon\nFundacja Kropla;Baśń;61 853 30 85\n");
    loaded = load_catalogue(folder.path());
    REQUIRE(find(loaded, "fundacja-kropla-basn"));
    CHECK(find(loaded, "fundacja-kropla-basn")->phone == "+48618533085");
    CHECK_FALSE(find(loaded, "fundacja-kropla-basn-2"));
    CHECK(loaded.catalogue.references.retired_ids.empty());
}

TEST_CASE("rows of one list that look alike are told; a number makes them one", "[entity_lists]") {
    const test::DataFolder folder;
    write_main(folder, "");
    folder.write(kSecond,
                 "Nazwa;Miejscowość;NIP;Forma prawna\n"
                 "Spółdzielnia Socjalna „Zmyślona Perła”;Baśń;7781346888;\n"
                 "SS „Zmyślonej Perły”;Baśń;;spółdzielnia socjalna\n"
                 "Zmyślona Perła sp. soc.;Baśń;778-134-68-88;\n");
    LoadedCatalogue loaded = load_catalogue(folder.path());
    CHECK(loaded.catalogue.entities.size() == 3);
    CHECK(says(loaded, Severity::warning, "może stać na liście dwa razy, patrz wiersz 2"));
    const auto told = std::ranges::find(loaded.links, Band::ambiguous, &LinkOutcome::band);
    REQUIRE(told != loaded.links.end());
    CHECK(told->candidates.front().id == "nip-7781346888");
    folder.write("decisions.jsonl",
                 R"({"a": ")" + told->record +
                     R"(", "b": "nip-7781346888", "decision": "same", )"
                     R"("by": "zmyślone biuro", "on": "2026-11-22", "why": "ten sam adres"})"
                     "\n");
    loaded = load_catalogue(folder.path());
    CHECK(loaded.catalogue.entities.size() == 2);
    CHECK_FALSE(says(loaded, Severity::warning, "dwa razy"));
}

TEST_CASE("certificates of alike holders and days keep their rows", "[entity_lists]") {
    const test::DataFolder folder;
    const std::string holder = "Stowarzyszenie na Rzecz Dzieci i Młodzieży ";
    folder.write("sources/certificates-2026.csv",
                 "Nazwa podmiotu;Miejscowość;Produkt;Data nadania\n" + holder +
                     "Niepełnosprawnej;Baśń;catering;2026-01-01\n" + holder +
                     "Uzdolnionej;Baśń;catering;2026-01-01\n" + holder +
                     "Uzdolnionej;Baśń;catering;2026-11-01\n" + holder +
                     "Uzdolnionej;Baśń;catering;2026-11-01\n");
    const auto ids = [&](const LoadedCatalogue& loaded) {
        Strings found;
        for (const Certificate& each : loaded.catalogue.certificates)
            if (each.id.starts_with("zp-")) found.push_back(each.id);
        return found;
    };
    const std::string words = "zp-2026-stow-na-rzecz-dzieci-i-mlodziezy-";
    const LoadedCatalogue loaded = load_catalogue(folder.path());
    CHECK(ids(loaded) == Strings{words + "niepelnosprawnej-basn-catering",
                                 words + "uzdolnionej-basn-catering",
                                 words + "uzdolnionej-basn-catering-2"});
    CHECK(says(loaded, Severity::error, "ten sam wiersz stoi na liście drugi raz"));

    // The same certificate in another list, with another day: told, not doubled.
    folder.write("sources/certificates-popr.csv",
                 "Nazwa podmiotu;Miejscowość;Produkt;Data nadania\n" + holder +
                     "Niepełnosprawnej;Baśń;catering;2026-01-02\n");
    const LoadedCatalogue corrected = load_catalogue(folder.path());
    CHECK(ids(corrected).size() == 3);
    CHECK(says(corrected, Severity::warning, "w innym pliku z inną datą"));
}

TEST_CASE("decisions that contradict each other are named, and none is obeyed", "[entity_lists]") {
    const auto decision = [](const std::string& a, const std::string& b, const std::string& word) {
        return R"({"a": ")" + a + R"(", "b": ")" + b + R"(", "decision": ")" + word +
               R"(", "by": "zmyślone biuro", "on": "2026-11-22", "why": "x"})" + "\n";
    };
    struct Row {
        const char* name;
        std::string decisions;
        std::size_t entities;
        Strings told;  ///< parts of the one error; empty = none
    };
    const std::string row = "wtz-promyk";
    const Row each = GENERATE_COPY(values<Row>({
        {"one decision", decision(row, "wtz-basn", "same"), 3, {}},
        {"the same entity twice",
         decision(row, "wtz-basn", "same") + decision("wtz-basn", row, "same"),
         3,
         {}},
        {"one row is two entities",
         decision(row, "wtz-basn", "same") + decision(row, "wtz-wymyslowo", "same"),
         4,
         {"wiersz 1: „wtz-promyk” i „wtz-basn” to to samo",
          "wiersz 2:", "w katalogu są: [wtz-basn], [wtz-promyk], [wtz-wymyslowo]"}},
        {"two entities by way of a third",
         decision(row, "wtz-basn", "same") + decision(row, "zmyslona-mgla", "same") +
             decision("zmyslona-mgla", "wtz-wymyslowo", "same"),
         3,  // the last one stands: it is about the very two
         {"wiersz 1:", "wiersz 2:"}},
        {"all three pairs: then it is meant",
         decision(row, "wtz-basn", "same") + decision(row, "wtz-wymyslowo", "same") +
             decision("wtz-basn", "wtz-wymyslowo", "same"),
         2,
         {}},
        {"same and different",
         decision(row, "wtz-basn", "same") + decision("wtz-basn", row, "different"),
         4,
         {"wiersz 1: „wtz-promyk” i „wtz-basn” to to samo",
          "wiersz 2: „wtz-basn” i „wtz-promyk” to nie to samo"}},
        {"different, the other way round",
         decision("wtz-basn", row, "different") + decision(row, "wtz-basn", "same"),
         4,
         {"wiersz 1: „wtz-basn” i „wtz-promyk” to nie to samo"}},
    }));
    INFO(each.name);
    const test::DataFolder folder;
    write_main(folder,
               R"({"id": "wtz-basn", "name": "Zmyślona Iskra w Baśni", "legal_form": "fundacja", )"
               R"("town": "Baśń", "municipality": "990201"})"
               "\n"
               R"({"id": "wtz-wymyslowo", "name": "Zmyślona Iskra w Wymysłowie", )"
               R"("legal_form": "fundacja", "town": "Wymysłowo", "municipality": "990101"})"
               "\n");
    folder.write(kSecond, "Identyfikator;Nazwa;Forma prawna\nwtz-promyk;Iskra Zmyślona;Fundacja\n");
    folder.write("decisions.jsonl", each.decisions);
    const LoadedCatalogue loaded = load_catalogue(folder.path());
    for (const Diagnostic& remark : loaded.diagnostics)
        UNSCOPED_INFO(format(remark));
    CHECK(loaded.catalogue.entities.size() == each.entities);
    CHECK(says(loaded, Severity::error, "decyzje przeczą sobie") == !each.told.empty());
    for (const std::string& part : each.told)
        CHECK(says(loaded, Severity::error, part));
}

TEST_CASE("what a person told apart the program does not join by way of a third",
          "[entity_lists]") {
    const test::DataFolder folder;
    write_main(folder, "");
    folder.write("sources/entities-a.csv", "Nazwa;Miejscowość\nFUNDACJA ZMYŚLONA MGŁA;Wymysłowo\n");
    folder.write("sources/entities-b.csv",
                 "Nazwa;Miejscowość;Telefon\nFundacja Zmyślona Mgła;Wymysłowo;61 853 30 85\n");
    folder.write("sources/entities-c.csv", "Nazwa;Miejscowość\nFundacja Zmyślona MGŁA;Wymysłowo\n");
    CHECK(load_catalogue(folder.path()).catalogue.entities.size() == 1);
    folder.write("decisions.jsonl",
                 R"({"a": "fundacja-zmyslona-mgla-wymyslowo-2", )"
                 R"("b": "fundacja-zmyslona-mgla-wymyslowo-3", "decision": "different", )"
                 R"("by": "zmyślone biuro", "on": "2026-11-22", "why": "x"})"
                 "\n");
    const LoadedCatalogue loaded = load_catalogue(folder.path());
    CHECK(loaded.catalogue.entities.size() == 2);
    for (const Diagnostic& remark : loaded.diagnostics)
        UNSCOPED_INFO(format(remark));
    CHECK(says(loaded, Severity::warning, "decyzja z wiersza 1 mówi, że to nie to samo"));
}

TEST_CASE("what a person said goes before a number", "[entity_lists]") {
    const test::DataFolder folder;
    write_main(folder, R"({"id": "dawna", "name": "Dawna Pracownia", "legal_form": "fundacja", )"
                       R"("krs": "0000000077", "county": "9902"})"
                       "\n");
    folder.write(kSecond, "Nazwa;KRS\nFundacja Nowa Pracownia;77\n");
    folder.write("decisions.jsonl",
                 R"({"a": "krs-0000000077", "b": "zmyslona-mgla", "decision": "same", )"
                 R"("by": "zmyślone biuro", "on": "2026-11-22", "why": "KRS w złym wierszu"})"
                 "\n");
    const LoadedCatalogue loaded = load_catalogue(folder.path());
    CHECK(loaded.catalogue.entities.size() == 2);
    CHECK(find(loaded, "dawna")->claims.empty());
    CHECK(find(loaded, "zmyslona-mgla")->claims.size() == 2);
    CHECK_FALSE(says(loaded, Severity::warning, "stoi osobno"));
}
