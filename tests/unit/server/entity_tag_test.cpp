// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/entity_tag.h"

#include "tests/support/catch.hpp"

using namespace wespol;

TEST_CASE("If-None-Match names a tag alone, in a list, or weakened by a proxy") {
    const auto [header, named] = GENERATE(table<std::string, bool>({
        {"\"abc\"", true},
        {"W/\"abc\"", true},
        {"\"x\", \"abc\"", true},
        {"", false},
        {"abc", false},
        {"\"abcd\"", false},
        {"\"ab\"", false},
    }));
    INFO(header);
    CHECK(names_tag(header, "\"abc\"") == named);
}
