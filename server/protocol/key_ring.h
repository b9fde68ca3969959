// SPDX-License-Identifier: GPL-3.0-or-later
// The folder with the keys of protocols, read once at start:
//   <id>.private.pem  0600  signs, and tells which numbers were given under it
//   <id>.public.pem         kept for ever: files signed with it stay verifiable
//   current                 a link to the private key that signs new protocols
// The folder is 0700 and ours; one that others can read is refused. Deleting a private key retires
// it: its files verify, its links no longer open. Immutable after opening, thread-safe.
#pragma once

#include "server/protocol/signing_key.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

class KeyRing {
  public:
    /// Makes the folder and the first key when there is none; two programs that start at the same
    /// moment get the same one. Throws Error(environment) that says what to do when the folder
    /// cannot be written, is not ours, can be read by others, or holds a broken key.
    static KeyRing open(const std::filesystem::path& directory);

    /// Makes a new key the current one, keeps the old ones; a server learns of it when it starts.
    /// Returns the new key's id. Throws as open().
    static std::string rotate(const std::filesystem::path& directory);

    const SigningKey& current() const { return signing_keys_.front(); }

    /// Those that can still sign: the current one first, then by id.
    const std::vector<SigningKey>& signing_keys() const { return signing_keys_; }

    /// All of them: the current one first, then by id.
    const std::vector<PublicKey>& public_keys() const { return public_keys_; }

    /// Null when it is not ours.
    const PublicKey* find(std::string_view id) const;

  private:
    KeyRing() = default;

    std::vector<SigningKey> signing_keys_;
    std::vector<PublicKey> public_keys_;
};

}  // namespace wespol
