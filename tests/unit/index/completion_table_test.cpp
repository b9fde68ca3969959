// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/completion_table.h"

#include "core/search/completer.h"
#include "core/support/error.h"
#include "tests/support/catch.hpp"
#include "tests/support/server_fixture.h"

#include <algorithm>

using namespace wespol;
using namespace wespol::test;

namespace {

const std::string& encoded() {
    static const std::string bytes = CompletionTable(test_catalogue(), *test_analyzer()).encode();
    return bytes;
}

/// Everything the table can answer; it must not matter what it says.
void ask_all(const CompletionTable& table) {
    for (const char* typed : {"ko", "spółdzielnia so", "catering gni", "testowy", "ogród na ni"})
        Completer(table, *test_analyzer(), Language::en).complete(typed);
}

/// True when the bytes were read and answered from; an Error is the other right answer.
bool is_read(const std::string& bytes) {
    try {
        ask_all(CompletionTable::decode(bytes));
        return true;
    } catch (const Error& refusal) {
        CHECK(refusal.code() == ErrorCode::environment);
        return false;
    }
}

}  // namespace

TEST_CASE("a table of completions is the same after it was written and read, to the byte") {
    const CompletionTable read = CompletionTable::decode(encoded());
    CHECK(read.encode() == encoded());
    CHECK(CompletionTable(test_catalogue(), *test_analyzer()).encode() == encoded());
    ask_all(read);
}

TEST_CASE("a table of an empty catalogue suggests nothing") {
    const CompletionTable empty =
        CompletionTable::decode(CompletionTable(Catalogue{}, *test_analyzer()).encode());
    CHECK(Completer(empty, *test_analyzer(), Language::pl).complete("ko").empty());
    CHECK(Completer(CompletionTable{}, *test_analyzer(), Language::pl).complete("ko b").empty());
}

TEST_CASE("a file of completions that was cut or goes on is refused at any length") {
    for (std::size_t length = 0; length < encoded().size(); length += 1 + length / 97)
        CHECK_FALSE(is_read(encoded().substr(0, length)));
    CHECK_FALSE(is_read(encoded().substr(0, encoded().size() - 1)));
    CHECK_FALSE(is_read(encoded() + '\0'));
}

TEST_CASE("damaged bytes are refused or answered from, never read beyond the end") {
    const auto damage = GENERATE(values<unsigned char>({0x00, 0x7F, 0xFF}));
    std::size_t refused = 0;
    for (std::size_t at = 0; at < encoded().size(); at += 5) {
        std::string bytes = encoded();
        bytes[at] = static_cast<char>(damage);
        refused += is_read(bytes) ? 0 : 1;
    }
    CHECK(refused > 0);
}
