// SPDX-License-Identifier: GPL-3.0-or-later
// Ed25519 keys of protocols (RFC 8032) through OpenSSL: signing, checking, and a message
// authentication code whose key is derived from the signing key. Signatures are deterministic: the
// same bytes give the same signature. Does not touch the disk (key_ring.h). Thread-safe: const use.
#pragma once

#include "core/support/result.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

struct evp_pkey_st;

namespace wespol {

inline constexpr std::size_t kSignatureBytes = 64;

class PublicKey {
  public:
    /// Refuses what is not the PEM of a public Ed25519 key.
    static Result<PublicKey> from_pem(std::string_view pem);

    /// The first 16 hexadecimal digits of the SHA-256 of the 32 bytes of the key.
    const std::string& id() const { return id_; }
    const std::string& pem() const { return pem_; }  ///< SubjectPublicKeyInfo
    std::string raw() const;                         ///< 32 bytes

    bool verifies(std::string_view text, std::string_view signature) const;

  private:
    friend class SigningKey;
    explicit PublicKey(std::shared_ptr<evp_pkey_st> key);

    std::shared_ptr<evp_pkey_st> key_;
    std::string id_;
    std::string pem_;
};

class SigningKey {
  public:
    /// A new one from the system's random numbers.
    static SigningKey generate();

    /// Refuses what is not the PEM of a private Ed25519 key without a password.
    static Result<SigningKey> from_pem(std::string_view pem);

    const std::string& id() const { return public_key_.id(); }
    const PublicKey& public_key() const { return public_key_; }
    std::string pem() const;  ///< PKCS #8, secret

    /// 64 bytes.
    std::string sign(std::string_view text) const;

    /// HMAC-SHA-256 of `text`, 32 bytes. Its key comes from the signing key by HKDF (RFC 5869), so
    /// there is one secret to keep and the two uses do not touch.
    std::string authentication_code(std::string_view text) const;

  private:
    explicit SigningKey(std::shared_ptr<evp_pkey_st> key);

    std::shared_ptr<evp_pkey_st> key_;
    PublicKey public_key_;
    std::string code_key_;  ///< 32 bytes, secret
};

/// "mZx…==" of bytes, and back; null when it is not strict base64 (RFC 4648, with padding).
std::string to_base64(std::string_view bytes);
Result<std::string> from_base64(std::string_view text);

}  // namespace wespol
