// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/protocol/signing_key.h"

#include "tests/support/catch.hpp"

#include <string>

using namespace wespol;

namespace {

/// RFC 8032, 7.1, TEST 2: secret 4ccd089b…, message 0x72.
constexpr const char* kSecret =
    "-----BEGIN PRIVATE KEY-----\n"
    "MC4CAQAwBQYDK2VwBCIEIEzNCJso/5banbbDRuwRTg9bijGfNaumJNqM9u1PuKb7\n"
    "-----END PRIVATE KEY-----\n";

std::string bytes(std::string_view hex) {
    std::string text;
    for (std::size_t i = 0; i < hex.size(); i += 2)
        text += static_cast<char>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16));
    return text;
}

}  // namespace

TEST_CASE("signatures are those of RFC 8032") {
    const auto key = SigningKey::from_pem(kSecret);
    REQUIRE(key);
    CHECK(key->public_key().raw() ==
          bytes("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));
    const std::string signature = key->sign("\x72");
    CHECK(signature == bytes("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                             "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"));
    CHECK(key->public_key().verifies("\x72", signature));
    CHECK_FALSE(key->public_key().verifies("\x73", signature));
    CHECK_FALSE(key->public_key().verifies("\x72", signature.substr(1)));
    CHECK_FALSE(key->public_key().verifies("\x72", ""));
}

TEST_CASE("keys survive being written and read") {
    const SigningKey key = SigningKey::generate();
    const auto again = SigningKey::from_pem(key.pem());
    REQUIRE(again);
    CHECK(again->id() == key.id());
    CHECK(again->authentication_code("x") == key.authentication_code("x"));
    const auto public_key = PublicKey::from_pem(key.public_key().pem());
    REQUIRE(public_key);
    CHECK(public_key->id() == key.id());
    CHECK(public_key->verifies("treść", key.sign("treść")));
    CHECK(SigningKey::generate().id() != key.id());
    CHECK(key.id().size() == 16);
}

TEST_CASE("the authentication code depends on key and text") {
    const SigningKey key = SigningKey::generate();
    CHECK(key.authentication_code("a").size() == 32);
    CHECK(key.authentication_code("a") == key.authentication_code("a"));
    CHECK(key.authentication_code("a") != key.authentication_code("b"));
    CHECK(key.authentication_code("a") != SigningKey::generate().authentication_code("a"));
}

TEST_CASE("what is no key is refused") {
    const auto text = GENERATE(values<std::string>(
        {"", "klucz", "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n",
         // X25519: agrees on secrets, signs nothing.
         "-----BEGIN PRIVATE KEY-----\n"
         "MC4CAQAwBQYDK2VuBCIEIEzNCJso/5bandbPmrjhFPUPkfYkoypaBZ1KWlsG+6b7\n"
         "-----END PRIVATE KEY-----\n"}));
    CHECK_FALSE(SigningKey::from_pem(text));
    CHECK_FALSE(PublicKey::from_pem(text));
    CHECK_FALSE(PublicKey::from_pem(kSecret));
}

TEST_CASE("base64 has one writing of each value") {
    for (const std::string& value :
         {std::string("f"), std::string("fo"), std::string("foo"), std::string("\0\xff", 2)}) {
        const auto read = from_base64(to_base64(value));
        REQUIRE(read);
        CHECK(*read == value);
    }
    CHECK(to_base64("foob") == "Zm9vYg==");
    for (const char* wrong : {"", "Zg", "Zg=", "Zh==", "Zm9vYg== ", " Zg==", "Zg==\n",
                              "====", "Z===", "Zm9v!g==", "Z-_="}) {
        INFO(wrong);
        CHECK_FALSE(from_base64(wrong));
    }
}
