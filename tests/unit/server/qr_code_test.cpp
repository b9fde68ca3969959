// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/qr_code.h"

#include "tests/support/catch.hpp"

#include <string>

using namespace wespol;

TEST_CASE("a QR code grows with its text and ends where none is large enough") {
    const auto small = QrCode::of("https://wespol.example");
    REQUIRE(small);
    CHECK(small->size() == 25);
    // The three squares that a reader looks for.
    const int last = small->size() - 1;
    CHECK(small->is_dark(0, 0));
    CHECK(small->is_dark(last, 0));
    CHECK(small->is_dark(0, last));
    CHECK(small->svg_path().starts_with("M4 4h7v1h-7z"));

    const auto largest = QrCode::of(std::string(2953, 'a'));
    REQUIRE(largest);
    CHECK(largest->size() == 177);
    CHECK_FALSE(QrCode::of(std::string(2954, 'a')));
}
