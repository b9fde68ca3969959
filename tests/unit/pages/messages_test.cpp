// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/messages.h"

#include "core/support/error.h"
#include "core/support/files.h"
#include "tests/support/catch.hpp"
#include "tests/unit/pages/page_fixture.h"

#include <filesystem>
#include <regex>
#include <set>
#include <string>

#include <nlohmann/json.hpp>

namespace wespol {

namespace {

namespace fs = std::filesystem;

std::set<std::string> found_in(const fs::path& folder, const std::regex& pattern) {
    std::set<std::string> keys;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        const std::string text = read_file(entry.path());
        for (std::sregex_iterator match(text.begin(), text.end(), pattern), end; match != end;
             ++match)
            keys.insert((*match)[1].str());
    }
    return keys;
}

/// Parts of keys that the sources put together: messages("sort." + code).
const std::set<std::string> kBuiltFrom{
    "sort.",           "filter.",        "why.field.",        "why.concept.",  "understood.kind.",
    "understood.off.", "field.",         "quality.figure.",   "check.answer.", "check.outcome.",
    "feed.",           "protocol.kind.", "protocol.refused.", "cpv.group.",    "cpv.group_means.",
    "cpv.relation.",   "owes.state.",    "a11y.conformance."};

bool is_built(const std::string& key) {
    return std::any_of(kBuiltFrom.begin(), kBuiltFrom.end(),
                       [&](const std::string& part) { return key.starts_with(part); });
}

}  // namespace

TEST_CASE("counts agree with their nouns in Polish") {
    struct Row {
        std::size_t count;
        const char* text;
    };
    const auto row = GENERATE(Row{0, "0 podmiotów"}, Row{1, "1 podmiot"}, Row{2, "2 podmioty"},
                              Row{4, "4 podmioty"}, Row{5, "5 podmiotów"}, Row{12, "12 podmiotów"},
                              Row{22, "22 podmioty"}, Row{25, "25 podmiotów"},
                              Row{112, "112 podmiotów"}, Row{354, "354 podmioty"});
    CHECK(test::polish_messages()("count.entities", {{"count", row.count}}) == row.text);
}

TEST_CASE("a message that is not there is an error, not an empty text") {
    CHECK_THROWS_AS(test::polish_messages()("no.such.message"), Error);
}

TEST_CASE("arguments come as they are, braces and apostrophes included") {
    const std::string hostile = "{count} 'x' <b>";
    CHECK(test::polish_messages()("page.title", {{"heading", hostile}}) == hostile + " · Wespół");
}

TEST_CASE("every message is used, and every message used is there") {
    const fs::path root(WESPOL_SOURCE_DIR);
    std::set<std::string> used =
        found_in(root / "frontend" / "templates", std::regex(R"(\{\{\s*t\.([a-z0-9_.-]+)\s*\}\})"));
    used.merge(found_in(root / "server", std::regex("\"([a-z][a-z0-9_]*(?:\\.[a-z0-9_-]+)+)\"")));

    std::set<std::string> known;
    const auto json = nlohmann::json::parse(read_file(root / "frontend" / "locales" / "pl.json"));
    for (const auto& [key, value] : json.items())
        known.insert(key);

    for (const std::string& key : known) {
        INFO(key);
        CHECK((used.contains(key) || is_built(key)));
    }
    for (const std::string& key :
         found_in(root / "server" / "pages", std::regex("messages\\(\\s*\"([^\"]+)\""))) {
        INFO(key);
        CHECK((known.contains(key) || kBuiltFrom.contains(key)));
    }
}

}  // namespace wespol
