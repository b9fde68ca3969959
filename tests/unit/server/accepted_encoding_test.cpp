// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/accepted_encoding.h"

#include "tests/support/catch.hpp"

#include <string>

using namespace wespol;

TEST_CASE("what a client reads is told by Accept-Encoding") {
    const auto [header, coding, is_accepted] = GENERATE(table<std::string, std::string, bool>({
        {"", "br", false},
        {"br", "br", true},
        {"gzip, deflate, br, zstd", "br", true},
        {"gzip, deflate", "br", false},
        {"GZIP", "gzip", true},
        {"x-gzip", "gzip", false},
        {"gzip;q=0", "gzip", false},
        {"gzip ; Q=0.000", "gzip", false},
        {"gzip;q=0.001", "gzip", true},
        {"br;q=0, gzip;q=1.0", "gzip", true},
        {"br;q=0, gzip;q=1.0", "br", false},
        {"*", "br", false},
        {",,;q=0,", "br", false},
    }));
    INFO(header << " " << coding);
    CHECK(accepts_encoding(header, coding) == is_accepted);
}
