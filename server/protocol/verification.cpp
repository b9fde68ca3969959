// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/protocol/verification.h"

#include "server/protocol/canonical_json.h"
#include "server/protocol/protocol.h"
#include "server/protocol/protocol_json.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wespol {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxToldBytes = 40;
constexpr std::size_t kMostUnmarkedBytes = 256U << 10;

/// The text at a path of names; "" when there is none.
std::string text_at(const Json& json, std::string_view name) {
    const auto found = json.is_object() ? json.find(name) : json.end();
    return found != json.end() && found->is_string() ? found->get<std::string>() : "";
}

const Json& member(const Json& json, std::string_view name) {
    static const Json nothing;
    if (!json.is_object()) return nothing;
    const auto found = json.find(name);
    return found == json.end() ? nothing : *found;
}

/// Of a stranger's text: enough to recognise it, nothing that is not plain.
std::string told(const std::string& text) {
    std::string plain = text.substr(0, kMaxToldBytes);
    std::replace_if(
        plain.begin(), plain.end(), [](unsigned char c) { return c < 0x20 || c > 0x7e; }, '?');
    return plain;
}

Wording not_marked() {
    return {
        "To nie jest protokół rozeznania z Wespołu: plik nie ma oznaczenia formatu "
        "„wespol-protocol”.",
        "This is not a market-check record of Wespół: the file has no mark of the format "
        "“wespol-protocol”.",
        "Це не протокол Wespół: файл не має позначки формату «wespol-protocol»."};
}

Result<void> check_version(const Json& document) {
    if (text_at(document, "format") != kProtocolFormat) return problem(not_marked());
    const Json& version = member(document, "version");
    if (version != Json(kProtocolVersion))
        return problem(worded({"Nie znamy tej wersji formatu ({}); ten serwer zna wersję {}.",
                               "We do not know this version of the format ({}); this server knows "
                               "version {}.",
                               "Ми не знаємо цієї версії формату ({}); цей сервер знає версію {}."},
                              told(version.dump()), kProtocolVersion));
    return {};
}

struct Seal {
    const PublicKey* key = nullptr;
    std::string signature;
};

Result<Seal> read_seal(const Json& document, const KeyRing& keys) {
    const Json& seal = member(document, "signature");
    if (!seal.is_object())
        return problem(
            {"Plik nie ma podpisu.", "The file has no signature.", "Файл не має підпису."});
    if (seal.size() != 3)
        return problem({"Podpis ma inne pola niż algorytm, klucz i wartość: plik zmieniono.",
                        "The signature has other members than algorithm, key and value: the file "
                        "was changed.",
                        "Підпис має інші поля, ніж алгоритм, ключ і значення: файл змінено."});
    if (text_at(seal, "algorithm") != "Ed25519")
        return problem({"Podpis nie jest podpisem Ed25519, a tylko takich używamy.",
                        "The signature is no Ed25519 signature, and we use only these.",
                        "Підпис не є підписом Ed25519, а ми вживаємо лише такі."});
    const std::string id = text_at(seal, "key");
    if (id != text_at(member(document, "issuer"), "key"))
        return problem({"Podpis jest pod innym kluczem niż ten, który podaje protokół.",
                        "The signature names another key than the record does.",
                        "Підпис називає інший ключ, ніж протокол."});
    const PublicKey* key = keys.find(id);
    if (!key)
        return problem(
            worded({"Klucz „{}” nie jest naszym kluczem, więc ten protokół nie jest od nas.",
                    "The key “{}” is not ours, so this record is not from us.",
                    "Ключ «{}» не наш, тож цей протокол не від нас."},
                   told(id)));
    const auto signature = from_base64(text_at(seal, "value"));
    if (!signature || signature->size() != kSignatureBytes)
        return problem({"Podpis jest uszkodzony: to nie są 64 bajty zapisane w base64.",
                        "The signature is damaged: it is not 64 bytes written in base64.",
                        "Підпис пошкоджено: це не 64 байти, записані в base64."});
    return Seal{key, *signature};
}

VerifiedProtocol summary(const Json& document) {
    VerifiedProtocol verified;
    verified.number = text_at(document, "number");
    verified.address = text_at(document, "address");
    verified.moment = text_at(document, "moment");
    verified.as_of = text_at(document, "as_of");
    verified.generation = text_at(member(document, "generation"), "name");
    verified.question = text_at(member(document, "question"), "title");
    const Json& total = member(document, "total");
    verified.total = total.is_number_integer() ? total.get<std::int64_t>() : 0;
    verified.key = text_at(member(document, "issuer"), "key");
    return verified;
}

}  // namespace

Result<VerifiedProtocol> verify_protocol(std::string_view file, const KeyRing& keys) {
    if (file.empty()) return problem({"Plik jest pusty.", "The file is empty.", "Файл порожній."});
    if (file.size() > kMaxProtocolBytes)
        return problem(worded({"Plik jest za duży: protokół ma najwyżej {} MiB.",
                               "The file is too large: a record has at most {} MiB.",
                               "Файл завеликий: протокол має щонайбільше {} МіБ."},
                              kMaxProtocolBytes >> 20U));
    // A large file that is none of ours is not worth reading whole; of a small one it is told where
    // it goes wrong.
    if (file.size() > kMostUnmarkedBytes && file.find(kProtocolFormat) == std::string_view::npos)
        return problem(not_marked());
    auto document = read_canonical_json(file);
    if (!document) return tl::unexpected(document.error());
    if (const auto version = check_version(*document); !version)
        return tl::unexpected(version.error());
    const auto seal = read_seal(*document, keys);
    if (!seal) return tl::unexpected(seal.error());

    document->erase("signature");
    if (!seal->key->verifies(canonical_json(*document), seal->signature))
        return problem({"Podpis nie pasuje do treści: plik zmieniono po podpisaniu.",
                        "The signature does not fit the content: the file was changed after it "
                        "was signed.",
                        "Підпис не пасує до змісту: файл змінено після підписання."});
    return summary(*document);
}

}  // namespace wespol
