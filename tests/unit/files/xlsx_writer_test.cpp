// SPDX-License-Identifier: GPL-3.0-or-later
// What another program finds in our workbooks is asked of openpyxl in tests/integration.
#include "server/files/xlsx_writer.h"

#include "core/support/error.h"
#include "tests/support/catch.hpp"

using namespace wespol;

TEST_CASE("cell text is what XML can hold") {
    struct Case {
        std::string text, written;
    };
    const Case cases[] = {
        {"Spółdzielnia", "Spółdzielnia"},
        {"=1+1", "=1+1"},
        {"_x0041_", "_x005F_x0041_"},
        {"__x0041_", "__x005F_x0041_"},
        {"_x004_ _xyz1_", "_x004_ _xyz1_"},
        {"a\x01z", "a\uFFFDz"},
        {"a\tb\nc", "a\tb\nc"},
        {"a\r\nb\rc", "a\nb\nc"},
        {"\xEF\xBF\xBE", "\uFFFD"},
        {"\xFF", "\uFFFD"},
        {"😀", "😀"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(sheet_text(each.text) == each.written);
    }
}

TEST_CASE("text that is too long for a cell is cut and shows it") {
    const std::string fits(kMaxCellCharacters, 'x');
    CHECK(sheet_text(fits) == fits);
    const std::string cut = sheet_text(fits + "x");
    CHECK(cut == fits.substr(1) + "…");
    // Excel counts two for what lies beyond the basic plane.
    std::string faces;
    for (std::size_t i = 0; i < kMaxCellCharacters; ++i)
        faces += "😀";
    CHECK(sheet_text(faces).size() == (kMaxCellCharacters - 1) / 2 * 4 + std::string("…").size());
}

TEST_CASE("a workbook is a file without a name") {
    XlsxWriter writer;
    writer.begin_sheet("Podmioty", {{"Nazwa", 40}, {"NIP", 12}});
    for (int i = 0; i < 1000; ++i)
        writer.add_row({std::string("Spółdzielnia ") + std::to_string(i), std::string("0")});
    writer.begin_sheet("O tym pliku", {{"Co", 20}, {"Wartość", 80}});
    const auto file = writer.finish();
    REQUIRE(file->size() > 1000);
    CHECK(file->read(0, 4) == "PK\x03\x04");
    CHECK(file->read(0, file->size() + 1).size() == file->size());
    CHECK(file->read(file->size(), 1).empty());
}

TEST_CASE("what the library refuses is an error, and one given up leaves nothing open") {
    XlsxWriter writer;
    CHECK_THROWS_AS(writer.begin_sheet("a/b", {{"x"}}), Error);
}
