// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net_value.h"

#include "tests/support/catch.hpp"

#include <string>

using namespace wespol;

TEST_CASE("net values as people write them", "[net_value]") {
    const auto [written, grosz] = GENERATE(table<std::string, std::int64_t>({
        {"150000", 15'000'000},
        {"150 000", 15'000'000},
        {"150\u00a0000 zł", 15'000'000},
        {"150.000", 15'000'000},
        {"150.000,50 zł", 15'000'050},
        {"150,000.50", 15'000'050},
        {"150000,5 PLN", 15'000'050},
        {"170000.00", 17'000'000},
        {"1 250 000 zł netto", 125'000'000},
        {"0", 0},
    }));
    CAPTURE(written);
    CHECK(parse_net_value(written).value_or(-1) == grosz);
}

TEST_CASE("what is no value in złoty is refused", "[net_value]") {
    const std::string written = GENERATE("", "zł", "dużo", "-5", "150 000 EUR", "1e9", "12,345,6a",
                                         "99999999999999", ",50");
    CAPTURE(written);
    CHECK_FALSE(parse_net_value(written));
}
