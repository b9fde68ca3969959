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
#include <unicode/messagepattern.h>
#include <unicode/unistr.h>

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

nlohmann::json locale(Language language) {
    const fs::path path = fs::path(WESPOL_SOURCE_DIR) / "frontend" / "locales" /
                          (std::string(code(language)) + ".json");
    return nlohmann::json::parse(read_file(path));
}

/// What a pattern is filled with, "count:plural", and the forms that its plurals tell apart.
struct Shape {
    std::set<std::string> arguments, forms;
};

Shape shape_of(const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::MessagePattern pattern(icu::UnicodeString::fromUTF8(text), nullptr, status);
    REQUIRE(U_SUCCESS(status));
    Shape shape;
    for (std::int32_t i = 0; i < pattern.countParts(); ++i) {
        const icu::MessagePattern::Part& part = pattern.getPart(i);
        std::string name;
        pattern.getSubstring(part).toUTF8String(name);
        if (part.getType() == UMSGPAT_PART_TYPE_ARG_NAME) {
            const bool is_counted = pattern.getPart(i - 1).getArgType() == UMSGPAT_ARG_TYPE_PLURAL;
            shape.arguments.insert(name + (is_counted ? ":plural" : ""));
        }
        if (part.getType() == UMSGPAT_PART_TYPE_ARG_SELECTOR && !name.starts_with('='))
            shape.forms.insert(name);
    }
    return shape;
}

}  // namespace

TEST_CASE("every language has every message, with the same arguments and its own plurals") {
    const nlohmann::json polish = locale(Language::pl);
    const auto [language, forms] = GENERATE(table<Language, std::set<std::string>>(
        {{Language::en, {"one", "other"}}, {Language::uk, {"few", "many", "one", "other"}}}));
    const nlohmann::json other = locale(language);
    INFO(code(language));
    for (const auto& [key, value] : polish.items()) {
        INFO(key);
        REQUIRE(other.contains(key));
        const Shape ours = shape_of(value.get<std::string>());
        const Shape theirs = shape_of(other.at(key).get<std::string>());
        CHECK(theirs.arguments == ours.arguments);
        CHECK(theirs.forms == (ours.forms.empty() ? std::set<std::string>() : forms));
    }
    for (const auto& [key, value] : other.items()) {
        INFO(key);
        CHECK(polish.contains(key));
    }
}

TEST_CASE("counts agree with their nouns in English and Ukrainian") {
    struct Row {
        std::size_t count;
        const char* english;
        const char* ukrainian;
    };
    const auto row = GENERATE(
        Row{0, "0 organisations", "0 організацій"}, Row{1, "1 organisation", "1 організація"},
        Row{2, "2 organisations", "2 організації"}, Row{5, "5 organisations", "5 організацій"},
        Row{11, "11 organisations", "11 організацій"},
        Row{21, "21 organisations", "21 організація"},
        Row{112, "112 organisations", "112 організацій"},
        Row{354, "354 organisations", "354 організації"});
    const fs::path locales = fs::path(WESPOL_RESOURCE_DIR) / "locales";
    CHECK(Messages(locales, Language::en)("count.entities", {{"count", row.count}}) == row.english);
    CHECK(Messages(locales, Language::uk)("count.entities", {{"count", row.count}}) ==
          row.ukrainian);
}

TEST_CASE("no English text says that somebody is eligible") {
    const nlohmann::json messages = locale(Language::en);
    for (const auto& [key, value] : messages.items()) {
        INFO(key);
        CHECK(value.get<std::string>().find("ligible") == std::string::npos);
    }
}

TEST_CASE("templates leave the language of a link to the page") {
    const fs::path templates = fs::path(WESPOL_SOURCE_DIR) / "frontend" / "templates";
    const std::regex own_page(R"re((?:href|action)="(/(?!api/|\.well-known/)[^"]*))re");
    for (const char* folder : {"pages", "partials"}) {
        INFO(folder);
        CHECK(found_in(templates / folder, own_page) == std::set<std::string>());
    }
}

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
    std::set<std::string> used = found_in(root / "frontend" / "templates",
                                          std::regex(R"(\{\{\s*(?:t|pl)\.([a-z0-9_.-]+)\s*\}\})"));
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
