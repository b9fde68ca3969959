// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/checks/written_list.h"

#include "core/support/files.h"
#include "server/checks/line_reading.h"
#include "tests/support/catch.hpp"
#include "tests/support/cpu_clock.h"
#include "tests/support/temporary_directory.h"
#include "tests/support/text.h"
#include "tests/support/workbook_file.h"

#include <chrono>
#include <string>

#include <fmt/format.h>

using namespace wespol;
using namespace wespol::test;

namespace {

std::string bytes_of(const Parts& parts) {
    const TemporaryDirectory folder;
    const auto path = folder.path() / "lista.xlsx";
    write_zip(path, parts);
    return read_file(path);
}

}  // namespace

TEST_CASE("pasted lines keep their numbers, empty ones counted", "[written_list]") {
    const auto list = read_pasted("7781346888\r\n\r\nFundacja\tKonin;x\n  \n5252344078");
    REQUIRE(list);
    REQUIRE(list->lines.size() == 3);
    CHECK(list->lines[0].number == 1);
    CHECK(list->lines[1].number == 3);
    CHECK(list->lines[1].cells.size() == 3);
    CHECK(list->lines[2].number == 5);
    const auto again = read_pasted(as_text(*list));
    REQUIRE(again);
    CHECK(again->lines[2].number == 5);
    CHECK(again->lines[1].cells[1].text == "Konin");
}

TEST_CASE("the first line may name the columns", "[written_list]") {
    const auto list = read_pasted("Lp.\tNazwa\tNIP\n1\tFundacja\t7781346888\n2\t\t5252344078\n");
    REQUIRE(list);
    CHECK(list->lines[0].is_heading);
    CHECK(list->lines[1].cells[1].role == CellRole::name);
    CHECK(list->lines[1].cells[2].role == CellRole::nip);
    // An empty cell does not move the others.
    CHECK(list->lines[2].cells[1].role == CellRole::nip);
    CHECK(read_pasted(as_text(*list))->lines[2].cells[1].role == CellRole::nip);
}

TEST_CASE("a title may stand above the headings, lines of the list may not", "[written_list]") {
    const auto titled =
        read_pasted("Wykaz wykonawców 2026\n\nLp.\tNazwa\tNIP\tKRS\n1\tFundacja\t7781346888\t\n");
    REQUIRE(titled);
    CHECK(titled->lines[0].is_heading);
    CHECK(titled->lines[1].is_heading);
    CHECK_FALSE(titled->lines[2].is_heading);
    CHECK(titled->lines[2].cells[2].role == CellRole::nip);

    const auto joined = read_pasted("Fundacja\t7781346888\nNazwa\tNIP\nInna\t5252344078\n");
    REQUIRE(joined);
    CHECK_FALSE(joined->lines[0].is_heading);
    const auto named = read_pasted("Wykaz\nFirma\n5252344078\n");
    REQUIRE(named);
    CHECK_FALSE(named->lines[1].is_heading);
}

TEST_CASE("text of an old office program is read", "[written_list]") {
    // windows-1250
    const auto list = read_pasted("Sp\xF3\xB3\x64zielnia \xA3\xB9ka w \x8Cremie\n");
    REQUIRE(list);
    CHECK(list->lines[0].cells[0].text == "Spółdzielnia Łąka w Śremie");
}

TEST_CASE("five thousand lines are taken, one more is refused", "[written_list]") {
    REQUIRE(read_pasted(repeated("7781346888\n", kMaxCheckedLines)));
    CHECK(read_pasted("NIP\n" + repeated("7781346888\n", kMaxCheckedLines)));
    const auto more = read_pasted(repeated("7781346888\n", kMaxCheckedLines + 1));
    REQUIRE_FALSE(more);
    CHECK(more.error().status == 413);
    const auto csv = read_sent_file(repeated("a;7781346888\n", kMaxCheckedLines + 1));
    REQUIRE_FALSE(csv);
    CHECK(csv.error().status == 413);
}

TEST_CASE("JSON is taken as one list of texts, and nothing else", "[written_list]") {
    const auto list = read_json_list(R"({"lines": ["7781346888", 5252344078, "", "a\nb"]})");
    REQUIRE(list);
    REQUIRE(list->lines.size() == 3);
    CHECK(list->lines[1].cells[0].text == "5252344078");
    CHECK(list->lines[2].number == 4);
    const auto [json, status] = GENERATE(table<std::string, int>({
        {"", 400},
        {"[]", 400},
        {"{}", 400},
        {R"({"lines": "a"})", 400},
        {R"({"lines": [["a"]]})", 400},
        {R"({"lines": [null]})", 400},
        {R"({"lines": [1.5]})", 400},
        {R"({"lines": ["a"], "lines": ["b"]})", 400},
        {R"({"lines": ["a"], "inne": 1})", 400},
        {R"({"lines": ["a"]} x)", 400},
        {R"({"lines": []})", 400},
        {"\xff\xfe", 400},
        {repeated("[", 100'000), 400},
        {R"({"lines": )" + repeated("[", 100'000), 400},
        {R"({"lines": [)" + repeated("\"a\",", kMaxCheckedLines) + R"("a"]})", 413},
    }));
    INFO(json.substr(0, 60));
    const auto refused = read_json_list(json);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().status == status);
    CHECK_FALSE(refused.error().message.empty());
}

TEST_CASE("nested JSON is refused where it begins, not read to its end", "[written_list]") {
    for (const std::string json : {R"([[)", R"({"lines": [[)", R"({"lines": {"a": )"}) {
        const auto refused = read_json_list(json + repeated("[", 100'000));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().message.in(Language::pl).find("Czego innego tu nie czytamy") == 0);
    }
}

TEST_CASE("a line without end is told as one, and not given back", "[written_list]") {
    const auto list = read_pasted("7781346888\n" + std::string(7U << 20, 'x') + "\n7781346888");
    REQUIRE(list);
    REQUIRE(list->lines.size() == 3);
    CHECK(list->lines[1].number == 2);
    CHECK(list->lines[1].is_too_long);
    CHECK_FALSE(list->lines[2].is_too_long);
    CHECK(as_text(*list).size() < 1000);
    const ReadLine read = read_line(list->lines[1]);
    CHECK(read.numbers.empty());
    CHECK(read.name.empty());
    REQUIRE(read.wrong.size() == 1);
    CHECK(read.wrong.front().in(Language::pl).starts_with("Wiersz jest za długi (ponad 64 KiB)"));
}

TEST_CASE("a workbook is read in memory: the first visible sheet", "[written_list]") {
    const auto list = read_sent_file(bytes_of(
        workbook("<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>NIP</t></is></c></row>"
                 "<row r=\"3\"><c r=\"A3\"><v>7781346888</v></c></row>"
                 "<row r=\"4\"><c r=\"A4\"><v>7.781346888E9</v></c></row></sheetData>")));
    REQUIRE(list);
    REQUIRE(list->lines.size() == 3);
    CHECK(list->lines[0].is_heading);
    CHECK(list->lines[1].number == 3);
    CHECK(list->lines[1].cells[0].text == "7781346888");
    CHECK(list->lines[2].cells[0].text == "7781346888");
}

TEST_CASE("why a file is no table is said in the language of whoever sent it", "[written_list]") {
    const auto pdf = read_sent_file("%PDF-1.7 rubbish");
    REQUIRE_FALSE(pdf);
    CHECK(pdf.error().message.in(Language::pl) ==
          "Nie da się tego odczytać: to jest plik PDF, nie tabela; zapisz tabelę jako skoroszyt "
          "programu Excel (.xlsx) albo CSV.");
    CHECK(pdf.error().message.in(Language::en) ==
          "This cannot be read: this is a PDF file, not a table; save the table as an Excel "
          "workbook (.xlsx) or as CSV.");
    const auto zero = read_pasted(std::string("a\n\0", 3));
    REQUIRE_FALSE(zero);
    CHECK(zero.error().message.in(Language::uk).find("рядок 2: файл містить нульовий байт") !=
          std::string::npos);
}

TEST_CASE("bombs and rubbish are refused within two seconds", "[written_list]") {
    const std::string row = "<row><c t=\"inlineStr\"><is><t>a</t></is></c></row>";
    const auto [name, bytes, status] = GENERATE_COPY(table<std::string, std::string, int>({
        {"a sheet of blanks without end", bytes_of(workbook(std::string(200U << 20, ' '))), 413},
        {"a million rows", bytes_of(workbook("<sheetData>" + repeated(row, 1'000'000))), 413},
        {"rows far below",
         bytes_of(workbook("<sheetData><row r=\"900000\"><c><v>1</v></c></row></sheetData>")), 413},
        {"texts without end",
         bytes_of(workbook("<sheetData/>", repeated("<si><t>a</t></si>", 300'000))), 413},
        {"half a ZIP file", bytes_of(workbook("<sheetData/>")).substr(0, 200), 400},
        {"a PDF", "%PDF-1.7 rubbish", 400},
        {"zeros", std::string(1U << 20, '\0'), 400},
        {"nothing", "", 400},
        {"one line of eight megabytes", std::string(8U << 20, 'a'), 400},
        {"quotes without end", "\"" + repeated("a\n", 1U << 20), 400},
    }));
    INFO(name);
    const auto start = CpuClock::now();
    const auto list = read_sent_file(bytes);
    CHECK(CpuClock::now() - start < kInstrumentedFactor * std::chrono::seconds(2));
    REQUIRE_FALSE(list);
    INFO(list.error().message.in(Language::pl));
    CHECK(list.error().status == status);
    CHECK(list.error().message.is_in(Language::en));
    CHECK(list.error().message.is_in(Language::uk));
}
