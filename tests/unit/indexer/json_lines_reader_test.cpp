// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/source/json_lines_reader.h"

#include "core/support/error.h"
#include "tests/support/catch.hpp"
#include "tests/support/data_folder.h"

#include <string>
#include <vector>

using namespace wespol;
using test::rows_of;

namespace {

using Strings = std::vector<std::string>;

std::string nested(std::size_t depth) {
    return "{\"a\":" + std::string(depth - 1, '[') + std::string(depth - 1, ']') + "}";
}

const std::string* text_of(const SourceRecord& record, std::size_t member) {
    return std::get_if<std::string>(&record.fields.at(member).value.value);
}

}  // namespace

TEST_CASE("rows keep their numbers past blank, broken and marked ones", "[json_lines_reader]") {
    Diagnostics diagnostics;
    const auto rows =
        rows_of("\xEF\xBB\xBF{\"name\": \"pierwszy\"}\r\n\r\n{broken}\n  \n{\"name\": \"ostatni\"}",
                diagnostics);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].row == 1);
    CHECK(*text_of(rows[0], 0) == "pierwszy");
    CHECK(rows[1].row == 5);
    CHECK(*text_of(rows[1], 0) == "ostatni");
    CHECK(rows[1].file == "probe.jsonl");
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics[0].file == "probe.jsonl");
    CHECK(diagnostics[0].row == 3);
    CHECK(diagnostics[0].severity == Severity::error);
    CHECK(diagnostics[0].value == "{broken}");
}

TEST_CASE("a row that cannot be trusted is refused with its reason", "[json_lines_reader]") {
    const auto [row, reason] = GENERATE(table<std::string, std::string>({
        {R"({"a": 1, "a": 2})", "klucz „a” występuje dwa razy"},
        {R"({"x": {"a": 1, "a": 2}})", "klucz „a” występuje dwa razy"},
        {R"({"x": [{"a": 1, "\u0061": 2}]})", "klucz „a” występuje dwa razy"},
        {R"({"a": "z\u0000ero"})", "znak sterujący"},
        {R"({"a": "\u001b[31m"})", "znak sterujący"},
        {R"({"a": "\u0085"})", "znak sterujący"},
        {R"({"\u0007": 1})", "znak sterujący"},
        {"{\"a\": \"\x01\"}", "znak sterujący"},
        {"{\"a\": \"\xB1\"}", "UTF-8"},
        {"{\"a\": \"\xED\xA0\x80\"}", "UTF-8"},
        {R"({"a": 1} {"b": 2})", "nie jest poprawnym obiektem JSON"},
        {R"({"a": 1)", "nie jest poprawnym obiektem JSON"},
        {R"({"a": "1})", "cudzysłowu"},
        {R"({"a": 01})", "liczba"},
        {R"(["a"])", "nie jest obiektem JSON"},
        {R"("a")", "nie jest obiektem JSON"},
        {"null", "nie jest obiektem JSON"},
        {nested(33), "głębsze niż 32"},
        {nested(200'000), "głębsze niż 32"},
    }));
    INFO(row.substr(0, 60));
    Diagnostics diagnostics;
    const auto rows = rows_of("{\"ok\": 1}\n" + row + "\n{\"ok\": 2}\n", diagnostics);
    CHECK(rows.size() == 2);
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics[0].row == 2);
    INFO(diagnostics[0].message);
    CHECK(diagnostics[0].message.find(reason) != std::string::npos);
    CHECK(diagnostics[0].value.size() <= 4 * 81);
}

TEST_CASE("nesting of 31 and line feeds in texts are taken", "[json_lines_reader]") {
    Diagnostics diagnostics;
    const auto rows =
        rows_of(nested(31) + "\n{\"a\": \"dwa\\nwiersze\\ti odstęp\"}\n", diagnostics);
    CHECK(test::in_short(diagnostics) == Strings{});
    REQUIRE(rows.size() == 2);
    CHECK(*text_of(rows[1], 0) == "dwa\nwiersze\ti odstęp");
}

TEST_CASE("a row of 5 MB costs itself and not its neighbours", "[json_lines_reader]") {
    const std::string long_row = "{\"a\": \"" + std::string(5'000'000, 'x') + "\"}";
    Diagnostics diagnostics;
    SECTION("in the middle") {
        const auto rows = rows_of("{\"a\": 1}\n" + long_row + "\n{\"a\": 3}\n", diagnostics);
        REQUIRE(rows.size() == 2);
        CHECK(rows[1].row == 3);
    }
    SECTION("at the end, without a line feed") {
        CHECK(rows_of("{\"a\": 1}\n" + long_row, diagnostics).size() == 1);
    }
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics[0].row == 2);
    CHECK(diagnostics[0].message == "wiersz jest dłuższy niż 1024 KiB");
}

TEST_CASE("a row of exactly 1 MiB is read", "[json_lines_reader]") {
    const std::string head = "{\"a\": \"";
    const std::string row = head + std::string(kMaxRowBytes - head.size() - 2, 'x') + "\"}";
    const std::string end = GENERATE("", "\n", "\n{\"b\": 1}");
    Diagnostics diagnostics;
    const auto rows = rows_of(row + end, diagnostics);
    CHECK(test::in_short(diagnostics) == Strings{});
    REQUIRE(!rows.empty());
    CHECK(text_of(rows[0], 0)->size() == kMaxRowBytes - head.size() - 2);
}

TEST_CASE("every kind of value comes through", "[json_lines_reader]") {
    Diagnostics diagnostics;
    const auto rows = rows_of(
        R"({"t": "ą", "i": -5, "d": 52.5, "u": 18446744073709551615, "b": true, "n": null, "l": [1], "o": {"k": 1}})",
        diagnostics);
    REQUIRE(rows.size() == 1);
    const SourceMembers& fields = rows[0].fields;
    CHECK(std::get<std::string>(fields[0].value.value) == "ą");
    CHECK(std::get<std::int64_t>(fields[1].value.value) == -5);
    CHECK(std::get<double>(fields[2].value.value) == 52.5);
    CHECK(std::holds_alternative<double>(fields[3].value.value));
    CHECK(std::get<bool>(fields[4].value.value));
    CHECK(std::holds_alternative<std::nullptr_t>(fields[5].value.value));
    CHECK(std::get<SourceList>(fields[6].value.value).size() == 1);
    CHECK(std::get<SourceMembers>(fields[7].value.value).at(0).key == "k");
}

TEST_CASE("a file that is not there is the environment's failure", "[json_lines_reader]") {
    const test::DataFolder folder;
    Diagnostics diagnostics;
    const auto ignore = [](const SourceRecord&) {};
    CHECK_THROWS_AS(
        read_json_lines(folder.path() / "nie-ma.jsonl", "nie-ma.jsonl", diagnostics, ignore),
        Error);
    CHECK_THROWS_AS(read_json_lines(folder.path(), "sources", diagnostics, ignore), Error);
}
