// SPDX-License-Identifier: GPL-3.0-or-later
//
// main() of the test executables under Catch2 2; version 3 brings its own in a library.
#define CATCH_CONFIG_MAIN
#include "tests/support/catch.hpp"
