// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/error.h"
#include "core/table/table_file.h"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.h"

#include <fstream>
#include <string>
#include <vector>

#include <fmt/format.h>

using namespace wespol;

namespace {

using Strings = std::vector<std::string>;

/// "2: nazwa|Furia|", one for each row; a problem as "!57: …".
Strings rows_of(const std::string& content) {
    const test::TemporaryDirectory folder;
    std::ofstream(folder.path() / "lista.csv", std::ios::binary) << content;
    auto table = open_table(folder.path() / "lista.csv");
    if (!table)
        return {fmt::format("!{}: {}", table.error().row, table.error().message.in(Language::pl))};
    Strings rows;
    const auto read = (*table)->read(0, [&](const TableRow& row) {
        std::string line = fmt::format("{}: ", row.number);
        std::size_t column = 0;
        for (const Cell& cell : row.cells) {
            line += std::string(cell.column - column, '|') + cell.text;
            column = cell.column;
        }
        rows.push_back(line);
        return true;
    });
    if (!read)
        rows.push_back(
            fmt::format("!{}: {}", read.error().row, read.error().message.in(Language::pl)));
    return rows;
}

}  // namespace

TEST_CASE("separators, quotes and line breaks as Excel reads them", "[csv]") {
    const auto [content, rows] = GENERATE(table<std::string, Strings>({
        {"a;b\n1;2\n", {"1: a|b", "2: 1|2"}},
        {"a,b\r\n1,2\r\n", {"1: a|b", "2: 1|2"}},
        {"a\tb\n1\t\n\t2", {"1: a|b", "2: 1", "3: |2"}},
        {"a;b\n\"x;y\";\"z\"\"z\"\n", {"1: a|b", "2: x;y|z\"z"}},
        {"a;b\n\"dwa\nwiersze\";2\n3;4\n", {"1: a|b", "2: dwa\nwiersze|2", "3: 3|4"}},
        {"a;b\r\n\r\n1;2\r\n", {"1: a|b", "3: 1|2"}},
        {"a;b\n\n\n1;2", {"1: a|b", "4: 1|2"}},
        {"tytuł\na;b\nx, y, z;1\nu, v, w;2\n",
         {"1: tytuł", "2: a|b", "3: x, y, z|1", "4: u, v, w|2"}},
        {"sep=,\na;x,b\n1,2\n", {"2: a;x|b", "3: 1|2"}},
        {"\xEF\xBB\xBF"
         "a;b\n1;2\n",
         {"1: a|b", "2: 1|2"}},
        {"a;b\nFundacja \"Adama\" w K.;2\n", {"1: a|b", "2: Fundacja \"Adama\" w K.|2"}},
        {"a;b\n 1 ; 2\n", {"1: a|b", "2: 1|2"}},
        {"a;b\n=1+1;@x\n", {"1: a|b", "2: =1+1|@x"}},
    }));
    INFO(content);
    CHECK(rows_of(content) == rows);
}

TEST_CASE("text of Polish offices, whatever its encoding", "[csv]") {
    const auto content = GENERATE(as<std::string>{}, "n;m\nŁąka;Święciechowa\n",
                                  "n;m\n\xA3\xB9ka;\x8Cwi\xEA"
                                  "ciechowa\n");
    CHECK(rows_of(content) == Strings{"1: n|m", "2: Łąka|Święciechowa"});
    using namespace std::string_literals;
    CHECK(rows_of("\xFF\xFEn\0;\0m\0\n\0\x41\x01;\0B\0\n\0"s) == Strings{"1: n|m", "2: Ł|B"});
}

TEST_CASE("what cannot be read is named with its row", "[csv]") {
    using namespace std::string_literals;
    const std::string quote =
        "cudzysłów otwarty w tym wierszu nie jest zamknięty tam, gdzie kończy się komórka";
    CHECK(rows_of("a;b\n1;2\n3;\"4\n5;6\n7;8\n") == Strings{"1: a|b", "2: 1|2", "!3: " + quote});
    CHECK(rows_of("a;b\n\"x\" y;2\n") == Strings{"1: a|b", "!2: " + quote});
    CHECK(rows_of("a;b\n1;\"" + std::string(5'000'000, 'x')) == Strings{"1: a|b", "!2: " + quote});
    CHECK(rows_of("a;b\n1;" + std::string(5'000'000, 'x')) ==
          Strings{"1: a|b", "!2: komórka w tym wierszu jest dłuższa niż 1 MiB"});
    const std::string wide = "!2: wiersz ma więcej niż 16384 kolumn";
    CHECK(rows_of("a;b\n1" + std::string(16'383, ';') + "2\n").size() == 2);
    CHECK(rows_of("a;b\n1" + std::string(16'384, ';') + "2\n") == Strings{"1: a|b", wide});
    CHECK(rows_of("a;b\n" + std::string(200'000, ';')) == Strings{"1: a|b", wide});
    const Strings zero{"!2: plik zawiera bajt zerowy, to nie jest tekst"};
    CHECK(rows_of("a;b\n1;\0x\n"s) == zero);
    CHECK(rows_of("\xFF\xFE\x61\0\n\0\x31\0\0\0\n\0"s) == zero);
    CHECK(rows_of("a;b\nŁąka;1\n\xA3\xB9ka;2\n") ==
          Strings{"!3: plik miesza kodowania: w wierszu 2 jest UTF-8, a tutaj jest inne"});
    CHECK(rows_of("%PDF-1.4") == Strings{"!0: to jest plik PDF, nie tabela"});
    CHECK(rows_of("") == Strings{"!0: plik jest pusty"});
    CHECK_THROWS_AS(open_table("nie-ma.csv"), Error);
}
