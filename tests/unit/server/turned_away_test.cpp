// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/turned_away.h"

#include "tests/support/catch.hpp"

using namespace wespol;
using namespace std::chrono_literals;

TEST_CASE("those turned away are told at once, then once a minute, each reason with its number") {
    TurnedAway turned_away;
    const TurnedAway::Clock::time_point start(1h);
    CHECK(turned_away.due(start).empty());
    turned_away.note("503", "07");
    CHECK(turned_away.due(start) == TurnedAway::Counts{{"503", {1, "07", "07"}}});
    for (int i = 0; i < 1000; ++i)
        turned_away.note("503", std::to_string(1000 + i));
    turned_away.note("408");
    CHECK(turned_away.due(start + 59s).empty());
    CHECK(turned_away.due(start + 60s) ==
          TurnedAway::Counts{{"408", {1, "", ""}}, {"503", {1000, "1000", "1999"}}});
    CHECK(turned_away.due(start + 180s).empty());
}
