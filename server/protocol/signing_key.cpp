// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/protocol/signing_key.h"

#include "core/support/digest.h"
#include "core/support/error.h"

#include <array>
#include <utility>

#include <openssl/bio.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/pem.h>

namespace wespol {
namespace {

constexpr std::size_t kRawKeyBytes = 32;
constexpr std::size_t kIdDigits = 16;
/// Of HKDF: another purpose of the same secret would take another text.
constexpr std::string_view kCodePurpose = "wespol protocol number 1";

using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;
using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

[[noreturn]] void fail(const char* what) {
    throw Error(ErrorCode::environment, std::string("OpenSSL nie może ") + what);
}

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* bytes_of(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

std::shared_ptr<EVP_PKEY> shared(EVP_PKEY* key) {
    return {key, &EVP_PKEY_free};
}

Bio reader_of(std::string_view text) {
    Bio bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())), &BIO_free);
    if (!bio) fail("czytać klucza");
    return bio;
}

Bio writer() {
    Bio bio(BIO_new(BIO_s_mem()), &BIO_free);
    if (!bio) fail("zapisać klucza");
    return bio;
}

std::string text_in(const Bio& bio) {
    char* start = nullptr;
    const long length = BIO_get_mem_data(bio.get(), &start);
    return {start, static_cast<std::size_t>(length)};
}

Context new_context() {
    Context context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    if (!context) fail("podpisywać");
    return context;
}

std::string raw_private(EVP_PKEY* key) {
    std::string raw(kRawKeyBytes, '\0');
    std::size_t length = raw.size();
    if (EVP_PKEY_get_raw_private_key(key, bytes_of(raw), &length) != 1 || length != kRawKeyBytes)
        fail("odczytać klucza");
    return raw;
}

std::string derived_key(std::string_view secret, std::string_view purpose) {
    const std::unique_ptr<EVP_KDF, decltype(&EVP_KDF_free)> kdf(
        EVP_KDF_fetch(nullptr, "HKDF", nullptr), &EVP_KDF_free);
    const std::unique_ptr<EVP_KDF_CTX, decltype(&EVP_KDF_CTX_free)> context(
        EVP_KDF_CTX_new(kdf.get()), &EVP_KDF_CTX_free);
    std::string digest = "SHA256";
    std::string key(secret);
    std::string info(purpose);
    const std::array parameters{
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest.data(), 0),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, key.data(), key.size()),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, info.data(), info.size()),
        OSSL_PARAM_construct_end()};
    std::string derived(kRawKeyBytes, '\0');
    if (!context ||
        EVP_KDF_derive(context.get(), bytes_of(derived), derived.size(), parameters.data()) != 1)
        fail("wyprowadzić klucza (HKDF)");
    return derived;
}

}  // namespace

// ---- public ------------------------------------------------------------------------------------

PublicKey::PublicKey(std::shared_ptr<EVP_PKEY> key) : key_(std::move(key)) {
    id_ = sha256(raw()).substr(0, kIdDigits);
    const Bio bio = writer();
    if (PEM_write_bio_PUBKEY(bio.get(), key_.get()) != 1) fail("zapisać klucza");
    pem_ = text_in(bio);
}

Result<PublicKey> PublicKey::from_pem(std::string_view pem) {
    EVP_PKEY* key = PEM_read_bio_PUBKEY(reader_of(pem).get(), nullptr, nullptr, nullptr);
    if (!key) return problem("To nie jest klucz publiczny w formacie PEM.");
    auto owned = shared(key);
    if (EVP_PKEY_get_id(key) != EVP_PKEY_ED25519) return problem("To nie jest klucz Ed25519.");
    return PublicKey(std::move(owned));
}

std::string PublicKey::raw() const {
    std::string raw(kRawKeyBytes, '\0');
    std::size_t length = raw.size();
    if (EVP_PKEY_get_raw_public_key(key_.get(), bytes_of(raw), &length) != 1 ||
        length != kRawKeyBytes)
        fail("odczytać klucza");
    return raw;
}

bool PublicKey::verifies(std::string_view text, std::string_view signature) const {
    const Context context = new_context();
    if (EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key_.get()) != 1)
        fail("sprawdzać podpisów");
    return EVP_DigestVerify(context.get(), bytes_of(signature), signature.size(), bytes_of(text),
                            text.size()) == 1;
}

// ---- private -----------------------------------------------------------------------------------

SigningKey::SigningKey(std::shared_ptr<EVP_PKEY> key)
    : key_(std::move(key)),
      public_key_(key_),
      code_key_(derived_key(raw_private(key_.get()), kCodePurpose)) {}

SigningKey SigningKey::generate() {
    EVP_PKEY* key = EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");
    if (!key) fail("utworzyć klucza Ed25519");
    return SigningKey(shared(key));
}

Result<SigningKey> SigningKey::from_pem(std::string_view pem) {
    // A key with a password would be asked for on the terminal; none is the answer.
    const auto no_password = [](char*, int, int, void*) { return -1; };
    EVP_PKEY* key = PEM_read_bio_PrivateKey(reader_of(pem).get(), nullptr, no_password, nullptr);
    if (!key) return problem("To nie jest klucz prywatny w formacie PEM (bez hasła).");
    auto owned = shared(key);
    if (EVP_PKEY_get_id(key) != EVP_PKEY_ED25519) return problem("To nie jest klucz Ed25519.");
    return SigningKey(std::move(owned));
}

std::string SigningKey::pem() const {
    const Bio bio = writer();
    if (PEM_write_bio_PKCS8PrivateKey(bio.get(), key_.get(), nullptr, nullptr, 0, nullptr,
                                      nullptr) != 1)
        fail("zapisać klucza");
    return text_in(bio);
}

std::string SigningKey::sign(std::string_view text) const {
    const Context context = new_context();
    std::string signature(kSignatureBytes, '\0');
    std::size_t length = signature.size();
    if (EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key_.get()) != 1 ||
        EVP_DigestSign(context.get(), bytes_of(signature), &length, bytes_of(text), text.size()) !=
            1 ||
        length != kSignatureBytes)
        fail("podpisać");
    return signature;
}

std::string SigningKey::authentication_code(std::string_view text) const {
    std::string code(EVP_MAX_MD_SIZE, '\0');
    unsigned int length = 0;
    if (!HMAC(EVP_sha256(), code_key_.data(), static_cast<int>(code_key_.size()), bytes_of(text),
              text.size(), bytes_of(code), &length))
        fail("policzyć HMAC");
    code.resize(length);
    return code;
}

// ---- base64 ------------------------------------------------------------------------------------

std::string to_base64(std::string_view bytes) {
    std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0');  // OpenSSL ends it with a NUL
    EVP_EncodeBlock(bytes_of(text), bytes_of(bytes), static_cast<int>(bytes.size()));
    text.pop_back();
    return text;
}

Result<std::string> from_base64(std::string_view text) {
    const auto wrong = [] { return problem("To nie jest zapis base64."); };
    if (text.empty() || text.size() % 4 != 0 || text.size() > 4096) return wrong();
    std::string bytes(text.size() / 4 * 3, '\0');
    if (EVP_DecodeBlock(bytes_of(bytes), bytes_of(text), static_cast<int>(text.size())) < 0)
        return wrong();
    const std::size_t padding = text.size() - (text.find_last_not_of('=') + 1);
    if (padding > 2) return wrong();
    bytes.resize(bytes.size() - padding);
    // Spaces around and bits left over are forgiven by OpenSSL; one writing of each value is not.
    if (to_base64(bytes) != text) return wrong();
    return bytes;
}

}  // namespace wespol
