// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/files.h"
#include "server/files/certificate_columns.h"
#include "server/files/entity_columns.h"
#include "tests/support/catch.hpp"

#include <set>

using namespace wespol;
using namespace std::chrono_literals;

namespace {

template <class Record>
void check_table(ColumnTable<Record> table, const std::string& dictionary) {
    std::set<std::string_view> codes, headings;
    for (const FileColumn<Record>& column : table) {
        CAPTURE(column.code);
        CHECK(codes.insert(column.code).second);
        CHECK(headings.insert(column.heading).second);
        const std::string row = "| `" + std::string(column.code) + "` | " +
                                std::string(column.heading) + " | " + std::string(column.meaning) +
                                " |";
        CHECK(dictionary.find(row) != std::string::npos);
    }
}

}  // namespace

TEST_CASE("every column is in the dictionary of docs/files.md, each code once") {
    const std::string dictionary = read_file(WESPOL_SOURCE_DIR "/docs/files.md");
    check_table(entity_columns(), dictionary);
    check_table(certificate_columns(), dictionary);
}

TEST_CASE("columns are chosen in the order given, wrong ones are told with what is allowed") {
    std::vector<ParameterProblem> problems;
    const auto codes = [&](const Parameters& parameters) {
        std::string list;
        const auto chosen = chosen_columns(entity_columns(), parameters, problems);
        if (!chosen) return std::string("-");
        for (const EntityColumn* column : *chosen)
            list += std::string(column->code) + " ";
        return list;
    };
    CHECK(codes({}) == "-");
    CHECK(codes({{"kolumny", ""}}) == "-");
    CHECK(codes({{"kolumny", "nip,id, nazwa,id"}}) == "nip id nazwa ");
    CHECK(codes({{"kolumny", "nip"}, {"q", "x"}, {"kolumny", "krs"}}) == "nip krs ");
    CHECK(problems.empty());
    CHECK(codes({{"kolumny", "nip,pesel"}}) == "nip ");
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].value == "pesel");
    CHECK(problems[0].allowed.in(Language::pl).find("status_ps_do") != std::string::npos);
}

TEST_CASE("the distance is usual where a place was asked for, precision on a map") {
    const auto has = [](const ChosenColumns<EntityRow>& columns, std::string_view code) {
        return std::ranges::any_of(columns, [&](const auto* each) { return each->code == code; });
    };
    CHECK_FALSE(has(usual_columns(entity_columns(), false, false), "odleglosc_km"));
    CHECK(has(usual_columns(entity_columns(), true, false), "odleglosc_km"));
    CHECK_FALSE(has(usual_columns(entity_columns(), true, false), "dokladnosc"));
    CHECK(has(usual_columns(entity_columns(), false, true), "dokladnosc"));
}

TEST_CASE("days are as precise as they are known") {
    const Day first = 2021y / 2 / 1;
    const Day last = 2021y / 2 / 28;
    CHECK(span_cell(first, first) == FileCell(first));
    CHECK(span_cell(first, last) == FileCell(std::string("2021-02-01/2021-02-28")));
    CHECK(span_cell(first, std::nullopt) == FileCell(std::string("2021-02-01/..")));
    CHECK(span_cell(std::nullopt, last) == FileCell(std::string("../2021-02-28")));
    CHECK(span_cell(std::nullopt, std::nullopt) == FileCell());
    CHECK(date_cell(*PartialDate::parse("2014-12-18")) == FileCell(Day(2014y / 12 / 18)));
    CHECK(date_cell(*PartialDate::parse("2021-02")) == FileCell(std::string("2021-02")));
    CHECK(date_cell(std::nullopt) == FileCell());
}
