// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/table_file.h"
#include "core/table/xlsx_sheet.h"
#include "core/table/xlsx_workbook.h"
#include "tests/support/catch.hpp"
#include "tests/support/cpu_clock.h"
#include "tests/support/temporary_directory.h"
#include "tests/support/workbook_file.h"

#include <chrono>
#include <fstream>
#include <string>
#include <vector>

#include <fmt/format.h>

using namespace wespol;
using namespace wespol::test;

namespace {

using Strings = std::vector<std::string>;

/// "3 C text: Furia", one for each cell; or the problem.
Strings cells_of(const std::filesystem::path& path, SheetTraits* traits = nullptr) {
    constexpr const char* kinds[]{"text", "number", "date", "flag", "fault"};
    auto table = open_table(path);
    if (!table) return {table.error().message.in(Language::pl)};
    Strings lines;
    const auto read = (*table)->read(0, [&](const TableRow& row) {
        for (const Cell& cell : row.cells)
            lines.push_back(fmt::format("{}{} {} {}: {}", row.number, row.is_hidden ? "h" : "",
                                        column_letters(cell.column),
                                        kinds[static_cast<int>(cell.kind)], cell.text));
        return true;
    });
    if (!read) lines.push_back(read.error().message.in(Language::pl));
    if (read && traits) *traits = *read;
    return lines;
}

std::filesystem::path file(const TemporaryDirectory& folder, const std::string& content,
                           const std::string& name = "lista.xlsx") {
    std::ofstream(folder.path() / name, std::ios::binary) << content;
    return folder.path() / name;
}

std::string in_utf16(std::string_view text) {
    std::string result;
    for (const char c : text)
        result += {c, '\0'};
    return result;
}

}  // namespace

TEST_CASE("every way a spreadsheet stores a value", "[xlsx]") {
    const TemporaryDirectory folder;
    const std::filesystem::path path = folder.path() / "lista.xlsx";
    write_zip(path,
              workbook(R"(<cols><col min="3" max="4" hidden="1"/></cols><sheetData>
<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="s"><v>0</v></c>
 <c r="D2" t="inlineStr"><is><r><t>w </t></r><r><t>komórce</t></r></is></c></row>
<row r="3" hidden="1"><c r="A3"><v>7781346888</v></c><c r="B3"><v>7.781346888E9</v></c>
 <c r="C3"><v>0.5</v></c><c r="D3" t="b"><v>1</v></c></row>
<row r="4"><c r="A4" s="1"><v>45455</v></c><c r="B4" s="2"><v>45455.75</v></c>
 <c r="C4" t="d"><v>2024-06-12T00:00:00</v></c><c r="D4" s="1"><v>60</v></c></row>
<row r="5"><c r="A5" t="e"><v>#N/A</v></c><c r="B5"><f>1+1</f></c>
 <c r="C5" t="str"><f>A1</f><v>=nie formuła</v></c><c r="D5"><f>1+1</f><v>2</v></c></row>
<row r="6"><c r="A6" t="s"><v>99</v></c><c r="B6"/><c r="C6" t="inlineStr"><is><t> </t></is></c></row>
<row><c><v>1</v></c><c><v>2</v></c></row>
</sheetData><mergeCells count="1"><mergeCell ref="A2:B4"/></mergeCells>)",
                       "<si><t>wspólny</t></si><si><r><t>dwa</t></r><r><t xml:space=\"preserve\"> "
                       "kawałki_x000A_</t></r><rPh><t>zbędne</t></rPh></si>"));
    SheetTraits traits;
    CHECK(cells_of(path, &traits) ==
          Strings{"2 A text: dwa kawałki\n", "2 B text: wspólny", "2 D text: w komórce",
                  "3h A number: 7781346888", "3h B number: 7781346888", "3h C number: 0.5",
                  "3h D flag: tak", "4 A date: 2024-06-12", "4 B date: 2024-06-12",
                  "4 C date: 2024-06-12", "4 D number: 60", "5 A fault: #N/A",
                  "5 B fault: ", "5 C text: =nie formuła", "5 D number: 2", "6 A fault: #?",
                  "7 A number: 1", "7 B number: 2"});
    REQUIRE(traits.merged.size() == 1);
    CHECK(traits.merged[0].last_row == 4);
    CHECK(traits.merged[0].last_column == 1);
    REQUIRE(traits.hidden_columns.size() == 1);
    CHECK(traits.hidden_columns[0].first_column == 2);
}

TEST_CASE("what no spreadsheet writes is still rows in their order and clean text", "[xlsx]") {
    const TemporaryDirectory folder;
    const std::filesystem::path path = folder.path() / "lista.xlsx";
    write_zip(path, workbook(R"(<sheetData><row><row><c><v>1</v></c></row></row>
<row><c t="d"><v>12 czerwca</v></c><c t="d"><v>2024-02-30</v></c><c t="d"><v>2024-02-3ł</v></c>
 <c t="str"><v>a_x0000_b</v></c></row>
<row><c><v>1</v><c><v>2</v></c></c></row></sheetData>)"));
    CHECK(cells_of(path) == Strings{"2 A number: 1", "3 A text: 12 czerwca", "3 B text: 2024-02-30",
                                    "3 C text: 2024-02-3ł", "3 D text: a_x0000_b",
                                    "4 B number: 2"});
}

TEST_CASE("days are counted as Excel counts them", "[xlsx]") {
    const auto [serial, from_1904, day] = GENERATE(table<double, bool, std::string>({
        {1, false, "1900-01-01"},
        {59, false, "1900-02-28"},
        {60, false, ""},
        {61, false, "1900-03-01"},
        {45455, false, "2024-06-12"},
        {43993, true, "2024-06-12"},
        {0, false, ""},
        {-5, false, ""},
        {1e9, false, ""},
    }));
    INFO(serial);
    CHECK(day_of_serial(serial, from_1904) == day);
}

TEST_CASE("formats of dates and of numbers", "[xlsx]") {
    const auto [format, is_date] = GENERATE(table<std::string, bool>({
        {"dd.mm.yyyy", true},
        {"[$-415]d mmmm yyyy;@", true},
        {"yyyy\\-mm\\-dd", true},
        {"yyyy-mm-dd hh:mm:ss.000", true},
        {"mmm\\ yyyy", true},
        {"General", false},
        {"0.00", false},
        {"#,##0.00 \"dni\"", false},
        {"[Red]0", false},
        {"hh:mm", false},
        {"@", false},
        {"", false},
    }));
    INFO(format);
    CHECK(is_date_format(format) == is_date);
}

TEST_CASE("a file that is not a spreadsheet is named for what it is", "[xlsx]") {
    const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0');
    const auto [content, said] = GENERATE_COPY(table<std::string, std::string>({
        {"%PDF-1.7\n", "to jest plik PDF, nie tabela"},
        {ole + in_utf16("EncryptedPackage"), "plik jest zaszyfrowany hasłem"},
        {ole, "to jest plik w starym formacie Excela (.xls)"},
        {"", "plik jest pusty"},
        {"nazwa;miasto\n", "to nie jest skoroszyt Excela (.xlsx)"},
        {"PK\x03\x04 i nic dalej", "plik jest uszkodzony albo ucięty"},
    }));
    const TemporaryDirectory folder;
    CHECK(cells_of(file(folder, content)) == Strings{said});
}

TEST_CASE("damaged and hostile workbooks end with a reason, soon", "[xlsx]") {
    const TemporaryDirectory folder;
    const std::filesystem::path path = folder.path() / "lista.xlsx";
    const auto start = test::CpuClock::now();
    SECTION("a ZIP of something else") {
        write_zip(path, {{"word/document.xml", "<document/>"}});
        CHECK(cells_of(path) == Strings{"to nie jest skoroszyt Excela (.xlsx)"});
    }
    SECTION("a bomb") {
        write_zip(path, workbook("<sheetData><row>" + std::string(300U << 20, ' ') +
                                 "</row></sheetData>"));
        CHECK(cells_of(path) ==
              Strings{"po rozpakowaniu część „xl/worksheets/sheet1.xml” jest podejrzanie wielka, "
                      "nie czytano"});
    }
    SECTION("a smaller bomb") {
        write_zip(path, workbook(std::string(60U << 20, ' ')));
        CHECK(cells_of(path).back().find("podejrzanie wielka") != std::string::npos);
    }
    SECTION("elements without end in one another") {
        std::string nested = "<sheetData>";
        for (int i = 0; i < 2'000'000; ++i)
            nested += "<a>";
        write_zip(path, workbook(nested));
        CHECK(cells_of(path) == Strings{"arkusz jest uszkodzony"});
    }
    SECTION("entities that grow") {
        Parts parts = workbook("");
        parts.back().second =
            "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>"
            "<worksheet>&b;</worksheet>";
        write_zip(path, parts);
        CHECK(cells_of(path) == Strings{"arkusz jest uszkodzony"});
    }
    SECTION("XML that ends in the middle") {
        Parts parts = workbook("");
        parts.back().second = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
        write_zip(path, parts);
        CHECK(cells_of(path) == Strings{"1 A number: 1", "arkusz jest uszkodzony"});
    }
    SECTION("a million empty rows") {
        std::string rows = "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
        for (int row = 2; row <= 1'048'576; ++row)
            rows += fmt::format("<row r=\"{}\" spans=\"1:8\" ht=\"15\"/>", row);
        write_zip(path, workbook(rows + "</sheetData>"));
        const auto made = test::CpuClock::now();
        CHECK(cells_of(path) == Strings{"1 A number: 1"});
        CHECK(test::CpuClock::now() - made < std::chrono::seconds(5));
        return;
    }
    SECTION("places that cannot be") {
        write_zip(path, workbook("<sheetData><row r=\"99999999999\"><c r=\"ZZZZZZ9\"><v>1</v></c>"
                                 "<c r=\"A1\"><v>2</v></c></row></sheetData>"
                                 "<mergeCells><mergeCell ref=\"B2:\"/></mergeCells>"));
        CHECK(cells_of(path) == Strings{"1 A number: 1", "1 B number: 2"});
    }
    CHECK(test::CpuClock::now() - start < std::chrono::seconds(20));
}
