// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of one certificate: what becomes one, what stays apart, what a person is asked.
#include "indexer/merging/certificate_merger.h"

#include "indexer/linking/certificate_linker.h"
#include "tests/support/catch.hpp"
#include "tests/support/data_folder.h"
#include "tests/support/server_fixture.h"
#include "tests/support/workbook_file.h"

#include <algorithm>
#include <string>
#include <vector>

using namespace wespol;

namespace {

using Strings = std::vector<std::string>;

/// Of the certificates in the fixture one is of 31 May 2024, for a subject; its holder is known.
LoadedCatalogue load(const test::DataFolder& folder) {
    LoadedCatalogue loaded = load_catalogue(folder.path());
    link_certificates(loaded, test::test_analyzer());
    merge_certificates(loaded);
    return loaded;
}

/// Ids of the certificates of the one holder.
Strings ids(const LoadedCatalogue& loaded) {
    Strings found;
    for (const Certificate& each : loaded.catalogue.certificates)
        if (each.id != "zz-bez-posiadacza") found.push_back(each.id);
    return found;
}

const Certificate& certificate(const LoadedCatalogue& loaded, const std::string& id) {
    const auto found = std::ranges::find(loaded.catalogue.certificates, id, &Certificate::id);
    REQUIRE(found != loaded.catalogue.certificates.end());
    return *found;
}

std::vector<const LinkOutcome*> asked(const LoadedCatalogue& loaded) {
    std::vector<const LinkOutcome*> found;
    for (const LinkOutcome& each : loaded.links)
        if (each.band == Band::ambiguous) found.push_back(&each);
    return found;
}

bool says(const LoadedCatalogue& loaded, Severity severity, const std::string& part) {
    return std::ranges::any_of(loaded.diagnostics, [&](const Diagnostic& each) {
        return each.severity == severity && format(each).find(part) != std::string::npos;
    });
}

const std::string kHeading = "Nazwa podmiotu;Miejscowość;Produkt;Data nadania;Ważny do\n";
const std::string kChmurka = "Spółdzielnia Socjalna „Zmyślona Chmurka”;Wymysłowo;";
const std::string kLoud = "SPÓŁDZIELNIA SOCJALNA ZMYŚLONA CHMURKA;Wymysłowo;";

struct Case {
    const char* name;
    std::string rows;
    std::size_t certificates;  ///< of the holder, with the known one
    std::size_t questions;
    Severity told;  ///< how what became one is told
    bool is_told;
};

}  // namespace

TEST_CASE("certificates of one holder, day and subject are one", "[certificate_merger]") {
    const std::string subject = "lepienie chmur kłębiastych";
    const Case row = GENERATE_COPY(values<Case>({
        {"the known one again", kChmurka + subject + ";31.05.2024;", 1, 0, Severity::note, true},
        {"… without its subject", kLoud + ";31.05.2024;", 1, 0, Severity::note, true},
        {"… of that month", kChmurka + subject + ";maj 2024;", 1, 0, Severity::note, true},
        {"another day", kChmurka + subject + ";1.06.2024;", 2, 0, Severity::note, false},
        {"another product on that day", kChmurka + "mgła;31.05.2024;", 2, 0, Severity::note, false},
        {"two writings of one row", kChmurka + ";2026-05-01;\n" + kLoud + ";1 maja 2026;", 2, 0,
         Severity::warning, true},
        {"two products of one day", kChmurka + "mgła;2026-05-01;\n" + kLoud + "rosa;2026-05-01;", 3,
         0, Severity::note, false},
        {"a row that may be either of two",
         kChmurka + "mgła;2026-05-01;\n" + kLoud + "rosa;2026-05-01;\n" + kLoud + ";2026-05-01;", 4,
         1, Severity::note, false},
        {"a month that may be either of two days",
         kChmurka + ";2026-05-01;\n" + kLoud + ";2026-05-09;\n" + kLoud + ";maj 2026;", 4, 1,
         Severity::note, false},
        {"other values", kChmurka + ";2026-05-01;2027-05-01\n" + kLoud + ";2026-05-01;2028-05-01",
         3, 1, Severity::note, false},
        {"a subject that is a part of the other", kChmurka + "lepienie chmur;31.05.2024;", 2, 1,
         Severity::note, false},
    }));
    INFO(row.name);
    const test::DataFolder folder;
    folder.write("sources/certificates-2026.csv", kHeading + row.rows + "\n");
    const LoadedCatalogue loaded = load(folder);
    for (const Diagnostic& each : loaded.diagnostics)
        UNSCOPED_INFO(format(each));
    CHECK(ids(loaded).size() == row.certificates);
    CHECK(std::ranges::count(ids(loaded), "zz-chmurka") == 1);
    CHECK(asked(loaded).size() == row.questions);
    for (const LinkOutcome* each : asked(loaded)) {
        CHECK(each->file == "sources/certificates-2026.csv");
        CHECK_FALSE(each->candidates.empty());
        CHECK(says(loaded, Severity::warning, "może to ten sam certyfikat co ["));
    }
    CHECK(says(loaded, row.told, "to ten sam certyfikat co [") == row.is_told);
}

TEST_CASE("the id of the known certificate stays, with both claims", "[certificate_merger]") {
    const test::DataFolder folder;
    folder.write("sources/certificates-2026.csv",
                 kHeading + kLoud + ";31.05.2024;2025-05-31\n" + kChmurka + ";maj 2026;\n");
    folder.write("sources/certificates-popr.csv",
                 kHeading + kChmurka + "puch;4.05.2026;\n" + "Nieznana Mgła;Baśń;;1.02.2026;\n");
    folder.write("sources/certificates-tez.csv", kHeading + "NIEZNANA „MGŁA”;Baśń;;1.02.2026;\n");
    const LoadedCatalogue loaded = load(folder);
    CHECK(ids(loaded).size() == 3);

    const Certificate& known = certificate(loaded, "zz-chmurka");
    CHECK(known.holder_name == "Zmyślona Chmurka");
    CHECK(known.valid_until->text() == "2025-05-31");
    REQUIRE(known.claims.size() == 2);
    CHECK(known.claims[1].provenance.file == "sources/certificates-2026.csv");
    CHECK(known.claims[1].provenance.row == 2);
    CHECK(std::ranges::count(known.claims[1].fields, "valid_until") == 1);

    const auto later =
        std::ranges::find_if(loaded.catalogue.certificates,
                             [](const Certificate& each) { return each.subject == "puch"; });
    REQUIRE(later != loaded.catalogue.certificates.end());
    CHECK(later->granted_on->text() == "2026-05-04");  // the more precise day
    CHECK(later->provenance.file == "sources/certificates-2026.csv");
    CHECK(loaded.merged_certificates.contains(later->claims.at(1).id));
    // Holders that the catalogue lacks are one by name and town.
    CHECK(std::ranges::count_if(loaded.catalogue.certificates, [](const Certificate& each) {
              return each.claims.size() == 2 && !each.holder;
          }) == 1);
}

TEST_CASE("a person says which certificates are one", "[certificate_merger]") {
    const test::DataFolder folder;
    folder.write("sources/certificates-2026.csv", kHeading + kChmurka + "mgła;2026-05-01;\n" +
                                                      kLoud + "rosa;2026-05-01;\n" + kLoud +
                                                      ";2026-05-01;\n");
    LoadedCatalogue loaded = load(folder);
    REQUIRE(asked(loaded).size() == 1);
    REQUIRE(asked(loaded)[0]->candidates.size() == 2);
    const auto decide = [&](const std::string& word) {
        folder.write("decisions.jsonl", R"({"a": ")" + asked(loaded)[0]->record + R"(", "b": ")" +
                                            asked(loaded)[0]->candidates[1].id +
                                            R"(", "decision": ")" + word +
                                            R"(", "by": "biuro", "on": "2026-11-22", "why": "x"})"
                                            "\n");
        return load(folder);
    };
    const LoadedCatalogue same = decide("same");
    CHECK(ids(same).size() == 3);
    CHECK(asked(same).empty());
    CHECK_FALSE(says(same, Severity::warning, "decyzja o rekordzie"));
    const LoadedCatalogue different = decide("different");
    CHECK(ids(different).size() == 3);  // then it is the other one
    CHECK(asked(different).empty());
}

TEST_CASE("sheets of a workbook are told apart wherever a row is named", "[certificate_merger]") {
    const auto text = [](const std::string& cell, const std::string& value) {
        return "<c r=\"" + cell + "\" t=\"inlineStr\"><is><t>" + value + "</t></is></c>";
    };
    const auto sheet = [&](const std::string& holder) {
        return "<sheetData><row r=\"1\">" + text("A1", "Nazwa podmiotu") +
               text("B1", "Miejscowość") + text("C1", "Data nadania") + "</row><row r=\"2\">" +
               text("A2", holder) + text("B2", "Wymysłowo") + text("C2", "2026-05-01") +
               "</row></sheetData>";
    };
    const test::DataFolder folder;
    test::write_zip(folder.path() / "sources/certificates-2026.xlsx",
                    test::workbook_of({sheet("Zmyślona Chmurka"), sheet("ZMYŚLONA CHMURKA")}));
    const LoadedCatalogue loaded = load(folder);
    CHECK(ids(loaded).size() == 2);
    CHECK(says(loaded, Severity::warning,
               "sources/certificates-2026.xlsx:2 (arkusz „Arkusz2”): ostrzeżenie: to ten sam "
               "certyfikat co [zp-2026-zmyslona-chmurka-wymyslowo] "
               "(sources/certificates-2026.xlsx:2 (arkusz „Arkusz1”))"));
    CHECK(says(loaded, Severity::note,
               "sources/certificates-2026.xlsx:2 (arkusz „Arkusz1”): uwaga: powiązano"));
    CHECK(std::ranges::count(loaded.links, "Arkusz2", &LinkOutcome::sheet) == 1);
    CHECK(certificate(loaded, "zp-2026-zmyslona-chmurka-wymyslowo").claims.at(1).provenance.sheet ==
          "Arkusz2");
}

TEST_CASE("a certificate that decisions give to two entities gets neither",
          "[certificate_merger]") {
    const test::DataFolder folder;
    folder.write("sources/certificates-2026.csv", kHeading + "Mgła;;;2026-05-01;\n");
    const std::string rest =
        R"(, "decision": "same", "by": "biuro", "on": "2026-11-22", "why": "x"})";
    const std::string start = R"({"a": "zp-2026-mgla", "b": )";
    folder.write("decisions.jsonl", start + R"("ss-zmyslona-chmurka")" + rest + "\n");
    CHECK(certificate(load(folder), "zp-2026-mgla").holder == "ss-zmyslona-chmurka");
    folder.append("decisions.jsonl", start + R"("krs-0000000002")" + rest);
    const LoadedCatalogue loaded = load(folder);
    CHECK_FALSE(certificate(loaded, "zp-2026-mgla").holder);
    CHECK(says(loaded, Severity::error, "decyzje przeczą sobie"));
    CHECK(says(loaded, Severity::error, "wiersz 2: „zp-2026-mgla” i „krs-0000000002”"));
    CHECK(says(loaded, Severity::error, "[zp-2026-mgla] bez posiadacza"));
}
