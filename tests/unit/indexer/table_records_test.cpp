// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/table/table_records.h"

#include "indexer/source/json_writer.h"
#include "tests/support/catch.hpp"
#include "tests/support/cpu_clock.h"
#include "tests/support/data_folder.h"
#include "tests/support/temporary_directory.h"
#include "tests/support/workbook_file.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

using namespace wespol;
using namespace wespol::test;

namespace {

using Strings = std::vector<std::string>;

struct Reading {
    Strings records;  ///< as lines of JSON
    Strings remarks;
    bool is_readable = true;
};

Reading read_file_as(const std::filesystem::path& path, std::string_view profile) {
    Reading reading;
    Diagnostics diagnostics;
    const ColumnNames names = ColumnNames::load(std::string(WESPOL_SOURCE_DIR) + "/data");
    auto table = open_table(path);
    REQUIRE(table);
    const auto take = [&](const SourceRecord& record) {
        reading.records.push_back(to_json_line(record));
    };
    reading.is_readable =
        read_table(**table, "lista", names, profile, diagnostics, take).is_readable;
    reading.remarks = in_short(diagnostics);
    return reading;
}

Reading read_csv(const std::string& content, std::string_view profile = "entities") {
    const DataFolder folder;
    folder.write("lista.csv", content);
    return read_file_as(folder.path() / "lista.csv", profile);
}

}  // namespace

TEST_CASE("the widest sheet is looked through for headings in no time", "[table_records]") {
    std::string row;
    for (int i = 0; i < 16'000; ++i)
        row += "kolumna" + std::to_string(i) + ";";
    std::string content;
    for (int i = 0; i < 19; ++i)
        content += row + "\n";
    const auto start = CpuClock::now();
    const auto [records, remarks, is_readable] =
        read_csv(content + "Nazwa;nr KRS\nZmyślona Chmurka;649225\n");
    // 20 s and more, were each name folded for each heading
    CHECK(CpuClock::now() - start < std::chrono::seconds(8) * kInstrumentedFactor);
    CHECK(records.size() == 1);
}

TEST_CASE("headings under a title become keys, values are put in order", "[table_records]") {
    const auto [records, remarks, is_readable] = read_csv(
        "Zmyślony wykaz;;;;;;\n"
        "\n"
        "LP;NAZWA PODMIOTU;nr KRS:;Telefon;Branża;Data powstania;Ulubiony kolor\n"
        "1;Zmyślona Chmurka;649225;61 853-30-85;\"pranie, szycie (także na miarę, "
        "tanio)\";czerwiec 2019;żółty\n"
        "2;;;;;;\n"
        "3;=Zmyślona @Równość;0000649225;12345;;31.02.2019;\n");
    CHECK(is_readable);
    CHECK(records ==
          Strings{R"({"name": "Zmyślona Chmurka", "krs": "0000649225", "phone": "+48618533085", )"
                  R"j("industries": ["pranie", "szycie (także na miarę, tanio)"], )j"
                  R"("founded": "2019-06"})",
                  R"({"name": "=Zmyślona @Równość", "krs": "0000649225"})"});
    CHECK(remarks ==
          Strings{"3 warning Ulubiony kolor (kolumna G): nieznana kolumna, nie wczytano jej",
                  "4 warning nr KRS: (kolumna C): brakowało zer na początku, przyjęto 0000649225",
                  "6 warning Telefon (kolumna D): nieprawidłowa wartość, pominięto",
                  "6 warning Data powstania (kolumna F): nieprawidłowa wartość, pominięto"});
}

TEST_CASE("a table without good headings is refused with what to do", "[table_records]") {
    const auto [content, remark] = GENERATE(table<std::string, std::string>({
        {"Nazwa;KRS;Numer KRS\nx;1;2\n", "1 error : kolumny B i C znaczą to samo (KRS)"},
        {"KRS;NIP\n1;2\n", "1 error : brakuje kolumny „Nazwa podmiotu”"},
        {"x;y\n1;2\n", "0 error : w pierwszych 20 wierszach nie ma nagłówków kolumn"},
        {"Nazwa;KRS\n", "0 error : pod nagłówkami nie ma żadnego wiersza"},
    }));
    const Reading reading = read_csv(content);
    CHECK_FALSE(reading.is_readable);
    CHECK(reading.records.empty());
    REQUIRE(!reading.remarks.empty());
    CHECK(reading.remarks.back() == remark);
}

TEST_CASE("numbers that Excel spoiled are told", "[table_records]") {
    const auto [value, remark] = GENERATE(table<std::string, std::string>({
        {"7,78135E+09", "Excel skrócił numer i cyfry przepadły, pominięto"},
        {"778-134-68-89", "nieprawidłowa wartość, pominięto"},
        {"PL 7781346888", ""},
        {"NIP: 778 134 68 88", ""},
    }));
    const Reading reading = read_csv("Nazwa;NIP\nZmyślona;" + value + "\n");
    REQUIRE(reading.records.size() == 1);
    if (remark.empty())
        CHECK(reading.records[0] == R"({"name": "Zmyślona", "nip": "7781346888"})");
    else
        CHECK(reading.remarks == Strings{"2 warning NIP (kolumna B): " + remark});
}

TEST_CASE("only rows of the region, the others counted", "[table_records]") {
    const Reading reading = read_csv(
        "LP,KRS,NIP,Name,Voivodeship,County,Municipality,City\n"
        "1,0000000011,,\"ZMYŚLONA\nFUNDACJA\",WIELKOPOLSKIE,POZNAŃ,POZNAŃ,POZNAŃ\n"
        "2,0000000012,,INNA,OPOLSKIE,OPOLE,OPOLE,OPOLE\n",
        "opp");
    CHECK(
        reading.records ==
        Strings{
            R"({"krs": "0000000011", "name": "ZMYŚLONA FUNDACJA", "voivodeship": )"
            R"("WIELKOPOLSKIE", "county": "POZNAŃ", "municipality": "POZNAŃ", "town": "POZNAŃ"})"});
    CHECK(reading.remarks == Strings{"0 note : 1 wiersz spoza regionu, nie wczytano ich"});
}

TEST_CASE("a list of certificates as an office keeps it in Excel", "[table_records]") {
    const auto [records, remarks, is_readable] =
        read_file_as(std::string(WESPOL_SOURCE_DIR) + "/tests/fixtures/tables/certificates.xlsx",
                     "certificates");
    CHECK(is_readable);
    REQUIRE(records.size() == 5);  // the sixth has no name
    CHECK(
        records[0] ==
        R"({"holder_name": "Spółdzielnia Socjalna „Zmyślona Chmurka”", "holder_town": "Wymysłowo", )"
        R"("holder_krs": "0000000001", "holder_nip": "1234563218", "subject": "chmury pierzaste", )"
        R"("granted_on": "2024-06-12", "valid_until": "2025-06-12"})");
    CHECK(records[1].find(R"("granted_on": "2024-06-12")") != std::string::npos);
    CHECK(records[1].find("holder_nip") == std::string::npos);
    CHECK(records[2].find(R"("granted_on": "2024-06")") != std::string::npos);
    CHECK(records[4].find(R"("granted_on": "2024")") != std::string::npos);
    CHECK(remarks ==
          Strings{"0 note : arkusza nie czytano, bo nie ma znanych nagłówków",
                  "3 warning Opiekun (kolumna I): nieznana kolumna, nie wczytano jej",
                  "4 warning nr KRS (kolumna D): brakowało zer na początku, przyjęto 0000000001",
                  "5 warning NIP (kolumna E): nieprawidłowa wartość, pominięto",
                  "7 warning Produkt lub usługa (kolumna F): formuła nie ma obliczonego wyniku, "
                  "pominięto",
                  "7 warning Data przyznania (kolumna G): nieprawidłowa wartość, pominięto",
                  "9 error Nazwa podmiotu (kolumna B): brakuje nazwy, wiersz pominięto",
                  "8 note : wczytano też ukryte wiersze: 8",
                  "3 note Ważny do (kolumna H): wczytano też ukrytą kolumnę",
                  "4 warning Miejscowość (kolumna C): scalone komórki C4:C5: wartość ma tylko "
                  "pierwsza z nich"});
}

namespace {

std::string sheet(const std::vector<Strings>& rows) {
    std::string text = "<sheetData>";
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        text += "<row r=\"" + number + "\">";
        for (std::size_t j = 0; j < rows[i].size(); ++j)
            text += "<c r=\"" + std::string(1, static_cast<char>('A' + j)) + number +
                    "\" t=\"inlineStr\"><is><t>" + rows[i][j] + "</t></is></c>";
        text += "</row>";
    }
    return text + "</sheetData>";
}

}  // namespace

TEST_CASE("every sheet whose headings are understood is read, the others are named",
          "[table_records]") {
    const TemporaryDirectory folder;
    const std::filesystem::path path = folder.path() / "lista.xlsx";
    write_zip(path,
              workbook_of({sheet({{"Nazwa podmiotu", "Miejscowość"}, {"Zmyślona A", "Baśń"}}),
                           sheet({{"Tytuł"}, {"Miejscowość", "Podmiot"}, {"Baśń", "Zmyślona B"}}),
                           sheet({{"NIP", "KRS"}, {"1", "2"}}), sheet({{"notatki"}})}));
    const Reading reading = read_file_as(path, "entities");
    CHECK(reading.is_readable);
    CHECK(reading.records == Strings{R"({"name": "Zmyślona A", "town": "Baśń"})",
                                     R"({"town": "Baśń", "name": "Zmyślona B"})"});
    CHECK(reading.remarks ==
          Strings{"1 warning : arkusza nie czytano, choć ma znane nagłówki: brakuje kolumny „Nazwa "
                  "podmiotu”",
                  "0 note : arkusza nie czytano, bo nie ma znanych nagłówków"});
}

TEST_CASE("what stands below a table is no record; a row without a name is told as that",
          "[table_records]") {
    const Reading reading = read_csv(
        "Nazwa podmiotu;Miejscowość;Telefon\n"
        "Razem;Baśń;\n"
        "Zmyślona;Baśń;61 853 30 85, 601 000 000\n"
        ";Baśń;\n" +
        std::string(200'000, 'x') +
        ";Baśń;\n"
        "Sporządził: referat;;\n"
        "Razem;;\n");
    CHECK(reading.records ==
          Strings{R"({"name": "Razem", "town": "Baśń"})",
                  R"({"name": "Zmyślona", "town": "Baśń", "phone": "+48618533085"})"});
    CHECK(reading.remarks ==
          Strings{"3 note Telefon (kolumna C): w komórce jest kilka numerów, wzięto pierwszy",
                  "4 error Nazwa podmiotu (kolumna A): brakuje nazwy, wiersz pominięto",
                  "5 warning Nazwa podmiotu (kolumna A): komórka ma 200000 znaków, więcej, niż "
                  "mieści Excel, pominięto",
                  "5 error Nazwa podmiotu (kolumna A): brakuje nazwy, wiersz pominięto",
                  "6 note : to dopisek pod tabelą, nie rekord; pominięto",
                  "7 note : to dopisek pod tabelą, nie rekord; pominięto"});
}

TEST_CASE("every remark on a table says what to do", "[table_records]") {
    const DataFolder folder;
    folder.write("lista.csv",
                 "LP;Nazwa;nr KRS:;NIP;Telefon;Data powstania;Kolor;Strona WWW;E-mail;Kod;;\n"
                 "1;Zmyślona;649225;123;1;31.02.2019;żółty;x;y;z;w;\n"
                 ";;649225;;;;;;;;;\n"
                 "Razem;;;;;;;;;;;\n");
    Diagnostics diagnostics;
    const ColumnNames names = ColumnNames::load(std::string(WESPOL_SOURCE_DIR) + "/data");
    auto table = open_table(folder.path() / "lista.csv");
    REQUIRE(table);
    read_table(**table, "lista", names, "entities", diagnostics, [](const SourceRecord&) {});
    CHECK(diagnostics.size() >= 9);
    for (const Diagnostic& each : diagnostics) {
        INFO(format(each));
        CHECK_FALSE(each.advice.empty());
    }
}

TEST_CASE("a quote that is closed in a later row is told", "[table_records]") {
    const std::string headings = "Nazwa podmiotu;Miejscowość;Produkt;Data przyznania;Uwagi\n";
    const auto swallowed = read_csv(headings +
                                        "Zmyślona Chmurka;Konin;ser;12.06.2026;\"dobra;x\n"
                                        "Zmyślona Mgła;Konin;dżem;12.06.2026;y\"\n",
                                    "certificates");
    CHECK(swallowed.records.size() == 1);
    CHECK(std::any_of(swallowed.remarks.begin(), swallowed.remarks.end(),
                      [](const std::string& each) {
                          return each.find("warning") != each.npos &&
                                 each.find("cały następny wiersz") != each.npos;
                      }));
    const auto two_lines =
        read_csv(headings + "Zmyślona Chmurka;Konin;ser;12.06.2026;\"dobra; miła\ni tania\"\n",
                 "certificates");
    CHECK(std::none_of(two_lines.remarks.begin(), two_lines.remarks.end(),
                       [](const std::string& each) { return each.find("wiersz") != each.npos; }));
}
