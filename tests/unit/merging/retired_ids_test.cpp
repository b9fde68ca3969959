// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/merging/retired_ids.h"

#include "tests/support/catch.hpp"
#include "tests/support/data_folder.h"

#include <string>
#include <vector>

using namespace wespol;

TEST_CASE("retired ids lead straight to an entity, or say why they are gone") {
    const test::DataFolder folder;
    folder.write("retired_ids.jsonl",
                 R"({"id": "a", "moved_to": "b", "on": "2026-11", "why": "Zmyślona zmiana."})"
                 "\n"
                 R"({"id": "b", "moved_to": "jest", "why": "Zmyślona zmiana."})"
                 "\n"
                 R"({"id": "usuniety", "on": "2026-11-22", "why": "Zmyślony koniec."})"
                 "\n");
    Diagnostics diagnostics;
    References references;
    references.retired_ids = load_retired_ids(
        folder.path(), {{"z-listy", "a", std::nullopt, "Połączono."}}, {"jest"}, diagnostics);
    CHECK(diagnostics.empty());
    REQUIRE(references.retired_ids.size() == 4);
    CHECK(references.retired_id("a")->moved_to == "jest");
    CHECK(references.retired_id("a")->on->text() == "2026-11");
    CHECK(references.retired_id("z-listy")->moved_to == "jest");
    CHECK_FALSE(references.retired_id("usuniety")->moved_to);
    CHECK(references.retired_id("usuniety")->why == "Zmyślony koniec.");
    CHECK_FALSE(references.retired_id("jest"));
    CHECK_FALSE(references.retired_id("zzz"));
}

TEST_CASE("a retired id that leads nowhere or is still in use is named and left out") {
    const test::DataFolder folder;
    const auto [rows, message] = GENERATE(table<std::string, std::string>({
        {R"({"id": "jest", "why": "x"})", "podmiot o tym identyfikatorze jest w katalogu"},
        {R"({"id": "a", "moved_to": "nie-ma", "why": "x"})", "nie ma podmiotu"},
        {R"({"id": "a", "moved_to": "b", "why": "x"})"
         "\n"
         R"({"id": "b", "moved_to": "a", "why": "x"})",
         "nie ma podmiotu"},
        {R"({"id": "a", "moved_to": "jest"})", "brakuje"},
        {R"({"id": "a", "why": "x"})"
         "\n"
         R"({"id": "a", "why": "y"})",
         "się powtarza"},
    }));
    folder.write("retired_ids.jsonl", rows + "\n");
    Diagnostics diagnostics;
    const auto retired = load_retired_ids(folder.path(), {}, {"jest"}, diagnostics);
    INFO(rows);
    REQUIRE(count(diagnostics, Severity::error) >= 1);
    CHECK(format(diagnostics.front()).find(message) != std::string::npos);
    CHECK(retired.size() <= 1);
}

TEST_CASE("no file of retired ids, none retired") {
    const test::DataFolder folder;
    Diagnostics diagnostics;
    CHECK(load_retired_ids(folder.path(), {}, {}, diagnostics).empty());
    CHECK(diagnostics.empty());
}
