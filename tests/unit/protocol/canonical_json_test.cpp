// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/protocol/canonical_json.h"

#include "tests/support/catch.hpp"

#include <limits>
#include <stdexcept>
#include <string>

#include <nlohmann/json.hpp>

using namespace wespol;
using Json = nlohmann::json;

TEST_CASE("values are written as RFC 8785 says") {
    const auto [value, text] = GENERATE(table<Json, std::string>({
        {Json(nullptr), "null"},
        {Json(true), "true"},
        {Json(0), "0"},
        {Json(-17), "-17"},
        {Json(9007199254740991), "9007199254740991"},
        {Json(-9007199254740991), "-9007199254740991"},
        {Json(""), R"("")"},
        {Json("zażółć gęślą jaźń"), R"("zażółć gęślą jaźń")"},
        // Of the RFC's own table (3.2.2.2): short escapes, lower-case \u, the rest as it is.
        {Json("\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"/"),
         "\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\""},
        {Json("\b\t\n\f\r"), R"("\b\t\n\f\r")"},
        {Json(std::string("\0\x1f\x7f", 3)), "\"\\u0000\\u001f\x7f\""},
        {Json("\u2028 😂"), "\"\u2028 😂\""},
        {Json::array(), "[]"},
        {Json::object(), "{}"},
        {Json({{"b", 1}, {"a", {{"z", Json::array({1, "x"})}, {"10", 1}, {"1", 2}}}, {"B", 3}}),
         R"({"B":3,"a":{"1":2,"10":1,"z":[1,"x"]},"b":1})"},
    }));
    INFO(text);
    CHECK(canonical_json(value) == text);
    const auto read = read_canonical_json(text);
    REQUIRE(read);
    CHECK(*read == value);
}

TEST_CASE("what has no canonical form is never written") {
    const auto value = GENERATE(
        values<Json>({Json(1.5), Json({{"ż", 1}}), Json(9007199254740992), Json(-9007199254740992),
                      Json(std::numeric_limits<std::uint64_t>::max())}));
    CHECK_THROWS_AS(canonical_json(value), std::invalid_argument);
    CHECK_THROWS_AS(canonical_json(Json::array({value})), std::invalid_argument);
}

TEST_CASE("another writing of the same document is refused with the place") {
    const auto [text, reason] = GENERATE(table<std::string, std::string>({
        {"", "JSON"},
        {"{", "JSON"},
        {"{}x", "JSON"},
        {"{}{}", "JSON"},
        {"\"\xff\"", "JSON"},
        {"\"\\ud800\"", "JSON"},
        {"{} ", "znaku 3"},
        {"{}\n", "znaku 3"},
        {"\xEF\xBB\xBF{}", "znaku 1"},
        {R"({"a": 1})", "znaku 6"},
        {R"({"b":1,"a":2})", "znaku 3"},
        {R"("\u00f3")", "znaku 2"},
        {R"("\/")", "znaku 2"},
        {R"("\u000F")", "znaku 7"},
        {R"({"a":1,"a":1})", "dwa razy"},
        {R"({"a":{"b":1,"b":2}})", "dwa razy"},
        {"1.0", "całkowite"},
        {"1e3", "całkowite"},
        {"-0", "znaku 1"},
        {"9007199254740992", "za duża"},
        {"99999999999999999999999", "całkowite"},
        {R"({"ż":1})", "ASCII"},
        {"NaN", "JSON"},
    }));
    INFO(text);
    const auto read = read_canonical_json(text);
    REQUIRE_FALSE(read);
    INFO(read.error().message);
    CHECK(read.error().message.find(reason) != std::string::npos);
    CHECK(read.error().wording().is_in(Language::en));
    CHECK(read.error().wording().is_in(Language::uk));
}

TEST_CASE("nesting is bounded, however deep a file goes") {
    const auto nested = [](std::size_t depth) {
        return std::string(depth, '[') + std::string(depth, ']');
    };
    CHECK(read_canonical_json(nested(kMaxJsonDepth)));
    for (const std::size_t depth : {kMaxJsonDepth + 1, std::size_t{1'000'000}}) {
        const auto read = read_canonical_json(nested(depth));
        REQUIRE_FALSE(read);
        CHECK(read.error().message.find("zagnieżdżony") != std::string::npos);
    }
    CHECK_FALSE(read_canonical_json(std::string(1'000'000, '[')));
}
