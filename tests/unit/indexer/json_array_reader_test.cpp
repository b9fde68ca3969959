// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/source/json_array_reader.h"

#include "tests/support/catch.hpp"
#include "tests/support/data_folder.h"

#include <string>
#include <vector>

using namespace wespol;

namespace {

using Strings = std::vector<std::string>;

struct Reading {
    std::vector<std::size_t> rows;
    Strings remarks;
    bool is_readable = true;
};

Reading read(const std::string& text) {
    const test::DataFolder folder;
    folder.write("probe.json", text);
    Reading reading;
    Diagnostics diagnostics;
    reading.is_readable =
        read_json_array(folder.path() / "probe.json", "probe.json", diagnostics,
                        [&](const SourceRecord& record) { reading.rows.push_back(record.row); })
            .is_readable;
    reading.remarks = test::in_short(diagnostics);
    return reading;
}

}  // namespace

TEST_CASE("records of an array by the line they begin on", "[json_array_reader]") {
    const Reading reading = read(
        "\xEF\xBB\xBF[\n  {\"a\": \"]}\\\"\"},\n\n  {\"b\": [1, {\"c\": 2}]}, {\"d\": 1}\n]\n");
    CHECK(reading.rows == std::vector<std::size_t>{2, 4, 4});
    CHECK(reading.remarks.empty());
    CHECK(read("[]").is_readable);
}

TEST_CASE("a broken record costs itself", "[json_array_reader]") {
    const auto [record, reason] = GENERATE(table<std::string, std::string>({
        {R"({"a": 1, "a": 2})", "klucz „a” występuje dwa razy"},
        {R"({"a": )" + std::string(10'000, '[') + std::string(10'000, ']') + "}",
         "zagnieżdżenie jest głębsze niż 32"},
        {R"({"a": ")" + std::string(5'000'000, 'x') + "\"}", "rekord jest dłuższy niż 1024 KiB"},
        {"{broken}", "wiersz nie jest poprawnym obiektem JSON"},
        {"{\"a\": \"\xB1\"}", "tekst nie jest zapisany w UTF-8"},
    }));
    const Reading reading = read("[{\"a\": 1},\n" + record + ",\n{\"a\": 3}]");
    CHECK(reading.is_readable);
    CHECK(reading.rows == std::vector<std::size_t>{1, 3});
    CHECK(reading.remarks == Strings{"2 error : " + reason});
}

TEST_CASE("brackets that do not fit cost the file", "[json_array_reader]") {
    const auto [text, remark] = GENERATE(table<std::string, std::string>({
        {"{\"a\": 1}", "1 error : plik nie jest tablicą JSON: brakuje „[”"},
        {"", "1 error : plik nie jest tablicą JSON: brakuje „[”"},
        {"[{\"a\": 1}\n{\"a\": 2}]", "2 error : po rekordzie brakuje przecinka albo „]”"},
        {"[{\"a\": 1},]", "1 error : po przecinku brakuje rekordu"},
        {"[1]", "1 error : w tym miejscu powinien zaczynać się rekord: „{”"},
        {"[{\"a\": 1}] x", "1 error : po końcu tablicy jest jeszcze tekst"},
        {"[{\"a\": \"1}]", "1 error : rekord, który tu się zaczyna, nie ma końca"},
        {std::string(1'000'000, '['), "1 error : w tym miejscu powinien zaczynać się rekord: „{”"},
    }));
    const Reading reading = read(text);
    CHECK_FALSE(reading.is_readable);
    CHECK(reading.remarks.back() == remark);
}
