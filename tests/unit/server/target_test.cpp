// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/target.h"

#include "tests/support/catch.hpp"

using namespace wespol;
using namespace std::string_literals;

namespace {

struct Decoded {
    std::string target, path;
    Parameters parameters;
};

}  // namespace

TEST_CASE("a target is decoded once, order and repeats kept") {
    const auto [target, path, parameters] = GENERATE(values<Decoded>({
        {"/", "/", {}},
        {"/szukaj?q=catering+konin&powiat=3003&powiat=3062",
         "/szukaj",
         {{"q", "catering konin"}, {"powiat", "3003"}, {"powiat", "3062"}}},
        {"/szukaj?b=2&a=1&b=1", "/szukaj", {{"b", "2"}, {"a", "1"}, {"b", "1"}}},
        {"/podmiot/a+b%2Bc", "/podmiot/a+b+c", {}},
        {"/szukaj?q=%C5%BC%c3%B3%C5%82w", "/szukaj", {{"q", "żółw"}}},
        {"/szukaj?q=%2525", "/szukaj", {{"q", "%25"}}},
        {"/szukaj?q=a=b%26c", "/szukaj", {{"q", "a=b&c"}}},
        {"/szukaj?&&q&", "/szukaj", {{"q", ""}}},
        {"/szukaj?", "/szukaj", {}},
        {"/a?b?c=d", "/a", {{"b?c", "d"}}},
        {"http://example.org/szukaj?q=x", "/szukaj", {{"q", "x"}}},
        {"http://example.org", "/", {}},
    }));
    INFO(target);
    const auto decoded = parse_target(target);
    REQUIRE(decoded);
    CHECK(decoded->path == path);
    CHECK(decoded->parameters == parameters);
}

TEST_CASE("a hostile target is refused") {
    const auto target = GENERATE(values<std::string>({
        "",
        "szukaj",
        "*",
        "/%",
        "/%4",
        "/%zz",
        "/%u0041",
        "/szukaj?q=%",
        "/szukaj?q=%4g",
        "/assets/app.js%00.html",
        "/szukaj?q=a%00b",
        "/szukaj?%00=a",
        "/\0"s,
        "/%FF",
        "/szukaj?q=%C5",
        "/szukaj?q=%C0%80",
        "/szukaj?q=%ED%A0%80",
        "/szukaj?q=\xff",
        "/" + std::string(kMaxTargetBytes, 'a'),
    }));
    INFO(target.substr(0, 60));
    const auto decoded = parse_target(target);
    REQUIRE_FALSE(decoded);
    CHECK_FALSE(decoded.error().message.empty());
}
