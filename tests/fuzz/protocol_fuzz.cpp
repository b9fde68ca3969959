// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a protocol somebody wants verified: valid is what we signed, to the byte, and
// nothing else. Bytes that begin with "{" are the document; others are changes made to a sound one,
// four bytes each: what to do, where (two), and with which byte.
#include "server/protocol/canonical_json.h"
#include "server/protocol/protocol_json.h"
#include "server/protocol/verification.h"
#include "tests/fuzz/target.h"
#include "tests/support/temporary_directory.h"

#include <stdexcept>

#include <nlohmann/json.hpp>

using namespace wespol;
using test::promise;
using Json = nlohmann::json;

namespace {

KeyRing new_keys() {
    const test::TemporaryDirectory folder;
    return KeyRing::open(folder.path() / "keys");
}

const KeyRing& keys() {
    static const KeyRing made = new_keys();
    return made;
}

std::string new_protocol() {
    Protocol protocol;
    protocol.number = "WZ-20261122-0123-4567-89AB-CDEF";
    protocol.address = "https://wespol.example/protokol/WZ-20261122-0123-4567-89AB-CDEF?q=a";
    protocol.moment = parse_compact_utc("20261122T065134Z").value();
    protocol.as_of = parse_day("2026-11-22").value();
    protocol.question = {"search", "Wyszukiwanie", {{"Szukane słowa", "„catering”"}}, "q=a"};
    protocol.generation = {"20261121T101112Z-0123456789ab", "aa", "bb"};
    ProtocolResult result;
    result.id = "nip-1111111111";
    result.name = "Spółdzielnia „Wymyślona” \\ \"x\"";
    result.sources = {"https://example.org/1"};
    protocol.results = {result};
    protocol.not_proven = {"Niczego."};
    protocol.issuer = "Wespół";
    protocol.key = keys().current().id();
    return protocol_file(protocol, keys().current()).file;
}

const std::string& sound_protocol() {
    static const std::string made = new_protocol();
    return made;
}

bool verifies(std::string_view file) {
    const auto verified = verify_protocol(file, keys());
    promise(verified || !verified.error().message.empty(), "a refusal has a reason");
    return verified.has_value();
}

/// As somebody would who has our key, over any document.
std::string signed_by_us(Json document) {
    document.erase("signature");
    if (!document["issuer"].is_object()) document["issuer"] = Json::object();
    document["issuer"]["key"] = keys().current().id();
    const std::string text = canonical_json(document);
    document["signature"] = {{"algorithm", "Ed25519"},
                             {"key", keys().current().id()},
                             {"value", to_base64(keys().current().sign(text))}};
    return canonical_json(document);
}

void check_document(const std::string& text) {
    promise(!verifies(text), "nobody else can sign");
    const auto document = read_canonical_json(text);
    if (!document) return;
    promise(canonical_json(*document) == text, "what is canonical is written as it was read");
    if (!document->is_object()) return;
    std::string sealed = signed_by_us(*document);
    if (!verifies(sealed)) return;
    for (const std::size_t at : {sealed.size() / 3, sealed.size() / 2, sealed.size() - 2}) {
        sealed[at] = static_cast<char>(sealed[at] ^ 1);
        promise(!verifies(sealed), "every byte of what is signed counts");
        sealed[at] = static_cast<char>(sealed[at] ^ 1);
    }
}

std::string changed_protocol(const std::uint8_t* bytes, std::size_t size) {
    constexpr std::size_t kChange = 4;
    std::string text = sound_protocol();
    for (; size >= kChange && !text.empty(); bytes += kChange, size -= kChange) {
        const std::size_t at = (bytes[1] * 256U + bytes[2]) % text.size();
        const auto with = static_cast<char>(bytes[3]);
        if (bytes[0] % 3 == 0)
            text[at] = with;
        else if (bytes[0] % 3 == 1)
            text.insert(text.begin() + static_cast<std::ptrdiff_t>(at), with);
        else
            text.erase(at, 1);
    }
    return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (size > 0 && bytes[0] == '{') {
        check_document(test::text_of(bytes, size));
        return 0;
    }
    const std::string changed = changed_protocol(bytes, size);
    promise(verifies(changed) == (changed == sound_protocol()),
            "a protocol is valid as long as no byte of it is changed");
    return 0;
}
