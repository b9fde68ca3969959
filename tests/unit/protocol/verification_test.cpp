// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/protocol/verification.h"

#include "server/protocol/canonical_json.h"
#include "server/protocol/protocol_json.h"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.h"

#include <random>
#include <string>

#include <nlohmann/json.hpp>

using namespace wespol;
using namespace wespol::test;
using Json = nlohmann::json;

namespace {

Protocol protocol_under(const std::string& key) {
    Protocol protocol;
    protocol.number = "WZ-20261122-0123-4567-89AB-CDEF";
    protocol.address = "https://wespol.example/protokol/WZ-20261122-0123-4567-89AB-CDEF?q=a";
    protocol.moment = *parse_compact_utc("20261122T065134Z");
    protocol.as_of = parse_day("2026-11-22").value();
    protocol.question = {"search", "Wyszukiwanie", {{"Szukane słowa", "„catering”"}}, "q=a"};
    protocol.generation = {"20261121T101112Z-0123456789ab", "aa", "bb"};
    ProtocolResult result;
    result.id = "nip-1111111111";
    result.name = "Spółdzielnia „Wymyślona” \\ \"x\"";
    result.nip = "1111111111";
    result.sources = {"https://example.org/1"};
    protocol.results = {result, result};
    protocol.not_proven = {"Niczego."};
    protocol.issuer = "Wespół";
    protocol.key = key;
    return protocol;
}

struct Signed {
    TemporaryDirectory folder;
    KeyRing keys = KeyRing::open(folder.path() / "keys");
    std::string file = protocol_file(protocol_under(keys.current().id()), keys.current()).file;
    Json json = Json::parse(file);

    /// As somebody would who has the key: only what is checked beside the signature is wrong.
    std::string resigned() {
        json.erase("signature");
        const std::string text = canonical_json(json);
        json["signature"] = {{"algorithm", "Ed25519"},
                             {"key", keys.current().id()},
                             {"value", to_base64(keys.current().sign(text))}};
        return canonical_json(json);
    }
};

void check_refused(const Signed& made, const std::string& file, const std::string& reason) {
    const auto verified = verify_protocol(file, made.keys);
    REQUIRE_FALSE(verified);
    INFO(verified.error().message);
    CHECK(verified.error().message.find(reason) != std::string::npos);
    CHECK(verified.error().wording().is_in(Language::en));
    CHECK(verified.error().wording().is_in(Language::uk));
}

}  // namespace

TEST_CASE("a protocol of ours is known again and says what it is") {
    const Signed made;
    const auto verified = verify_protocol(made.file, made.keys);
    REQUIRE(verified);
    CHECK(verified->number == "WZ-20261122-0123-4567-89AB-CDEF");
    CHECK(verified->moment == "2026-11-22T07:51:34+01:00");
    CHECK(verified->as_of == "2026-11-22");
    CHECK(verified->total == 2);
    CHECK(verified->key == made.keys.current().id());
}

TEST_CASE("a protocol verifies after its key was replaced and retired") {
    const Signed made;
    const auto folder = made.folder.path() / "keys";
    KeyRing::rotate(folder);
    CHECK(verify_protocol(made.file, KeyRing::open(folder)));
    std::filesystem::remove(folder / (made.keys.current().id() + ".private.pem"));
    CHECK(verify_protocol(made.file, KeyRing::open(folder)));
}

TEST_CASE("after a thousand changes of one byte none verifies") {
    const Signed made;
    const auto seed = std::random_device()();
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::uniform_int_distribution<std::size_t> position(0, made.file.size() - 1);
    std::uniform_int_distribution<int> difference(1, 255);
    for (int i = 0; i < 1000; ++i) {
        std::string changed = made.file;
        const std::size_t at = position(random);
        changed[at] =
            static_cast<char>(static_cast<unsigned char>(changed[at]) + difference(random));
        CAPTURE(at, changed[at]);
        REQUIRE(changed != made.file);
        const auto verified = verify_protocol(changed, made.keys);
        REQUIRE_FALSE(verified);
        REQUIRE_FALSE(verified.error().message.empty());
    }
}

TEST_CASE("the same document in another writing is refused as such") {
    const Signed made;
    const auto with = [&](const std::string& from, const std::string& to) {
        std::string changed = made.file;
        const std::size_t at = changed.find(from);
        REQUIRE(at != std::string::npos);
        changed.replace(at, from.size(), to);
        // It says the same to every reader of JSON.
        REQUIRE(Json::parse(changed) == made.json);
        return changed;
    };
    for (const std::string& changed :
         {with(",\"address\"", ", \"address\""), with("{", "{\n"),
          with("\"total\":2", "\"total\": 2"), with("\"total\":2", "\"total\":2.0"),
          with("\"total\":2", "\"total\":20e-1"), with("Niczego.", "\\u004eiczego."),
          with("https:/", "https:\\/"), with("„Wymyślona”", "\\u201eWymyślona”"),
          with("\"version\":1}", "\"version\":1\t}"), made.json.dump(1), made.file + "\n",
          "\r\n" + made.file}) {
        INFO(changed.substr(0, 80));
        REQUIRE(Json::parse(changed) == made.json);
        const auto verified = verify_protocol(changed, made.keys);
        REQUIRE_FALSE(verified);
        CHECK_FALSE(verified.error().message.empty());
    }
    check_refused(made, "\xEF\xBB\xBF" + made.file, "kanonicznej");
}

TEST_CASE("every byte counts, also one less or one more") {
    const Signed made;
    for (std::size_t i = 0; i < made.file.size(); ++i) {
        std::string changed = made.file;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        if (verify_protocol(changed, made.keys)) FAIL("byte " << i);
    }
    CHECK_FALSE(verify_protocol(made.file.substr(0, made.file.size() - 1), made.keys));
    CHECK_FALSE(verify_protocol(made.file + "\n", made.keys));
    CHECK_FALSE(verify_protocol(" " + made.file, made.keys));
}

TEST_CASE("a large file without our mark is refused before it is read whole") {
    const Signed made;
    check_refused(made, std::string(300'000, '['), "nie ma oznaczenia formatu");
    check_refused(made, std::string(1'000, '['), "");
}

TEST_CASE("what is no protocol of ours is refused with the reason") {
    Signed made;
    SECTION("nothing") {
        check_refused(made, "", "pusty");
    }
    SECTION("too large") {
        check_refused(made, std::string(kMaxProtocolBytes + 1, ' '), "za duży");
    }
    SECTION("binary rubbish") {
        check_refused(made, std::string("\x89PNG\r\n\0\x1a", 8), "JSON");
    }
    SECTION("deep") {
        check_refused(made, std::string(200'000, '['), "zagnieżdżony");
    }
    SECTION("members twice") {
        check_refused(made, "{\"as_of\":\"2020-01-01\"," + made.file.substr(1), "dwa razy");
    }
    SECTION("written prettily") {
        check_refused(made, made.json.dump(2), "kanonicznej");
    }
    SECTION("another document") {
        check_refused(made, R"({"a":1})", "formatu");
    }
    SECTION("not even an object") {
        check_refused(made, "[1,2]", "formatu");
    }
    SECTION("unknown version") {
        made.json["version"] = 2;
        check_refused(made, made.resigned(), "wersji");
    }
    SECTION("version as a text") {
        made.json["version"] = "1";
        check_refused(made, made.resigned(), "wersji");
    }
    SECTION("no signature") {
        made.json.erase("signature");
        check_refused(made, canonical_json(made.json), "nie ma podpisu");
    }
    SECTION("signature as a text") {
        made.json["signature"] = "x";
        check_refused(made, canonical_json(made.json), "nie ma podpisu");
    }
    SECTION("something beside the signature") {
        made.json["signature"]["note"] = "x";
        check_refused(made, canonical_json(made.json), "inne pola");
    }
    SECTION("another algorithm") {
        made.json["signature"]["algorithm"] = "none";
        check_refused(made, canonical_json(made.json), "Ed25519");
    }
    SECTION("a signature that is too short") {
        made.json["signature"]["value"] = "";
        check_refused(made, canonical_json(made.json), "uszkodzony");
    }
    SECTION("key of another") {
        made.json["signature"]["key"] = "0123456789abcdef";
        check_refused(made, canonical_json(made.json), "innym kluczem");
    }
    SECTION("fields swapped") {
        std::swap(made.json["number"], made.json["moment"]);
        check_refused(made, canonical_json(made.json), "nie pasuje");
    }
    SECTION("a result less") {
        made.json["results"].erase(0);
        check_refused(made, canonical_json(made.json), "nie pasuje");
    }
    SECTION("a member more") {
        made.json["zz"] = 1;
        check_refused(made, canonical_json(made.json), "nie pasuje");
    }
    SECTION("signed by a stranger") {
        const Signed stranger;
        check_refused(made, stranger.file, "nie jest naszym kluczem");
    }
    SECTION("signed by a stranger under our name") {
        const SigningKey stranger = SigningKey::generate();
        made.json.erase("signature");
        const std::string text = canonical_json(made.json);
        made.json["signature"] = {{"algorithm", "Ed25519"},
                                  {"key", made.keys.current().id()},
                                  {"value", to_base64(stranger.sign(text))}};
        check_refused(made, canonical_json(made.json), "nie pasuje");
    }
}
