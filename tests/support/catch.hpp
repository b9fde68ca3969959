// SPDX-License-Identifier: GPL-3.0-or-later
//
// Catch2 in whichever version the distribution has: 2 on Debian 12, 3 on Debian 13. Use only what
// both offer: TEST_CASE, SECTION, GENERATE, REQUIRE…, CHECK…, Approx through Catch::Approx.
#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif
