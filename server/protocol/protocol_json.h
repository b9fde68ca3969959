// SPDX-License-Identifier: GPL-3.0-or-later
// A protocol as the file that is kept: canonical JSON (canonical_json.h) with its signature.
// docs/protocol.md describes every member. Thread-safe: no state.
#pragma once

#include "server/protocol/protocol.h"
#include "server/protocol/signing_key.h"

#include <string>

namespace wespol {

inline constexpr const char* kProtocolFormat = "wespol-protocol";

struct ProtocolFile {
    std::string signed_bytes;  ///< canonical, without the member "signature"
    std::string signature;     ///< 64 bytes over them
    std::string file;          ///< canonical, with it
};

/// `key` is the one the protocol names.
ProtocolFile protocol_file(const Protocol& protocol, const SigningKey& key);

}  // namespace wespol
