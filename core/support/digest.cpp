// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/digest.h"

#include "core/support/error.h"

#include <array>
#include <fstream>
#include <memory>

#include <fmt/format.h>
#include <openssl/evp.h>

namespace wespol {
namespace {

class Sha256 {
  public:
    Sha256() : context_(EVP_MD_CTX_new(), &EVP_MD_CTX_free) {
        if (!context_ || EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) != 1)
            throw Error(ErrorCode::environment, "OpenSSL nie udostępnia SHA-256");
    }

    void update(std::string_view bytes) {
        EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size());
    }

    std::string finish() {
        std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
        unsigned int length = 0;
        EVP_DigestFinal_ex(context_.get(), digest.data(), &length);
        std::string hex;
        for (unsigned int i = 0; i < length; ++i)
            hex += fmt::format("{:02x}", digest[i]);
        return hex;
    }

  private:
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_;
};

}  // namespace

std::string sha256(std::string_view text) {
    Sha256 digest;
    digest.update(text);
    return digest.finish();
}

std::string sha256_of_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in)
        throw Error(ErrorCode::environment, fmt::format("Nie można odczytać {}", path.string()));
    Sha256 digest;
    std::string block(1 << 16, '\0');
    while (in) {
        in.read(block.data(), static_cast<std::streamsize>(block.size()));
        digest.update({block.data(), static_cast<std::size_t>(in.gcount())});
    }
    if (in.bad())
        throw Error(ErrorCode::environment, fmt::format("Nie można odczytać {}", path.string()));
    return digest.finish();
}

}  // namespace wespol
