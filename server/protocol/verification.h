// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a file is a protocol of ours, unchanged to the byte. Says so for ever: it needs the
// public keys only, no index. The bytes come from strangers. Thread-safe: no state.
#pragma once

#include "core/support/result.h"
#include "server/protocol/key_ring.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace wespol {

/// A thousand results take about three megabytes.
inline constexpr std::size_t kMaxProtocolBytes = 6U << 20;

/// What the file says of itself, once that is certain.
struct VerifiedProtocol {
    std::string number;
    std::string address;
    std::string moment;      ///< ISO 8601, in Poland
    std::string as_of;       ///< YYYY-MM-DD
    std::string generation;  ///< its name
    std::string question;    ///< "Wyszukiwanie w katalogu"
    std::int64_t total = 0;  ///< results
    std::string key;         ///< id
};

/// Refused with the first reason found: too large, not JSON, nested too deep, members twice,
/// another form than canonical, another format or version, a key that is not ours, changed.
Result<VerifiedProtocol> verify_protocol(std::string_view file, const KeyRing& keys);

}  // namespace wespol
