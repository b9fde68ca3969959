// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/protocol/protocol_number.h"

#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.h"

#include <string>

using namespace wespol;
using namespace wespol::test;

namespace {

const ProtocolSubject kSubject{"20261121T101112Z-0123456789ab",
                               *parse_compact_utc("20261122T233000Z"), "q=catering"};

}  // namespace

TEST_CASE("a number tells its day in Poland and can be read out") {
    const SigningKey key = SigningKey::generate();
    const std::string number = protocol_number(kSubject, key);
    INFO(number);
    CHECK(is_protocol_number(number));
    CHECK(number.starts_with("WZ-20261123-"));
    CHECK(number == protocol_number(kSubject, key));
}

TEST_CASE("a number is of one generation, moment, question and key") {
    const SigningKey key = SigningKey::generate();
    const std::string number = protocol_number(kSubject, key);
    ProtocolSubject other = kSubject;
    SECTION("generation") {
        other.generation.back() = 'c';
    }
    SECTION("moment") {
        other.moment += std::chrono::seconds(1);
    }
    SECTION("question") {
        other.question = "q=caterin";
    }
    // What moves from one part to another is another subject.
    SECTION("border") {
        other.generation += "\n";
    }
    CHECK(protocol_number(other, key) != number);
    CHECK(protocol_number(kSubject, SigningKey::generate()) != number);
}

TEST_CASE("numbers given under an older key are known") {
    const TemporaryDirectory folder;
    const std::string before =
        protocol_number(kSubject, KeyRing::open(folder.path() / "keys").current());
    const std::string old_id = KeyRing::open(folder.path() / "keys").current().id();
    KeyRing::rotate(folder.path() / "keys");
    const KeyRing keys = KeyRing::open(folder.path() / "keys");
    const SigningKey* found = key_of_number(before, kSubject, keys);
    REQUIRE(found);
    CHECK(found->id() == old_id);
    std::string forged = before;
    forged.back() = forged.back() == '0' ? '1' : '0';
    CHECK(key_of_number(forged, kSubject, keys) == nullptr);
    CHECK(key_of_number("", kSubject, keys) == nullptr);
}

TEST_CASE("what has another shape is no number") {
    CHECK(is_protocol_number("WZ-20261123-0123-4567-89AB-CDEF"));
    for (const char* text :
         {"", "WZ-20261123-0123-4567-89AB-CDE", "WZ-20261123-0123-4567-89AB-CDEFG",
          "wz-20261123-0123-4567-89AB-CDEF", "WZ-2026112X-0123-4567-89AB-CDEF",
          "WZ-20261123-0123-4567-89AB-CDEI", "WZ-20261123-0123-4567-89AB-cdef",
          "WZ-20261123 0123-4567-89AB-CDEF"}) {
        INFO(text);
        CHECK_FALSE(is_protocol_number(text));
    }
}
