// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/files/csv_writer.h"

#include "tests/support/catch.hpp"

using namespace wespol;
using namespace std::chrono_literals;

namespace {

std::string line_of(const FileCell& cell, const CsvStyle& style = {';', ',', false}) {
    CsvWriter csv(style);
    csv.add_row({cell});
    return csv.take();
}

}  // namespace

TEST_CASE("a table becomes CSV that a Polish spreadsheet opens") {
    CsvWriter csv;
    csv.add_headings({{"Nazwa"}, {"NIP"}, {"Koniec"}, {"Odległość"}});
    csv.add_row({std::string("Żółta; Łódka"), std::string("0012345678"),
                 Day(2015y / std::chrono::December / 18), 12.5});
    csv.add_row({std::string("A"), {}, {}, {}});
    CHECK(csv.take() ==
          "\xEF\xBB\xBFNazwa;NIP;Koniec;Odległość\r\n"
          "\"Żółta; Łódka\";0012345678;2015-12-18;12,5\r\n"
          "A;;;\r\n");
    CHECK(csv.size() == 0);
}

TEST_CASE("quotes stand where RFC 4180 needs them") {
    CHECK(line_of(std::string("a \"b\" c")) == "\"a \"\"b\"\" c\"\r\n");
    CHECK(line_of(std::string("a\nb")) == "\"a\nb\"\r\n");
    CHECK(line_of(std::string(" a")) == "\" a\"\r\n");
    CHECK(line_of(std::string("a,b")) == "a,b\r\n");
    CHECK(line_of(std::string("a,b"), {',', '.', false}) == "\"a,b\"\r\n");
    CHECK(line_of(0.5, {',', '.', false}) == "0.5\r\n");
    CHECK(line_of(std::string()) == "\r\n");
}

TEST_CASE("text that looks like a formula stays text and can be had back") {
    for (const char* text :
         {"=1+1", "+48 61 856 73 00", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'=1", "''+1"}) {
        CAPTURE(text);
        CHECK(guarded_from_formulas(text) == std::string("'") + text);
    }
    for (const char* text : {"", "a=1", "'", "''", "'owies'", " =1", "–"}) {
        CAPTURE(text);
        CHECK(guarded_from_formulas(text) == text);
    }
    CHECK(line_of(-5.0) == "-5\r\n");  // a number is one
    CsvWriter csv({';', ',', false});
    csv.add_headings({{"=cmd|' /C calc'!A0"}});
    CHECK(csv.take() == "'=cmd|' /C calc'!A0\r\n");
}
