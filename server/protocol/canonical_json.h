// SPDX-License-Identifier: GPL-3.0-or-later
// JSON in the one form that RFC 8785 (JCS) gives each document, so that equal documents are equal
// bytes and can be signed. Only what a protocol needs: null, booleans, integers up to 2^53 − 1,
// strings, arrays, and objects whose names are ASCII, where the order of RFC 8785 (by UTF-16) is
// the order of bytes. No fractions: their writing is the hard part of the RFC.
// Thread-safe: no state.
#pragma once

#include "core/support/result.h"

#include <cstddef>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace wespol {

inline constexpr std::size_t kMaxJsonDepth = 16;

/// For values of our own making. Throws std::invalid_argument on what has no canonical form here.
std::string canonical_json(const nlohmann::json& value);

/// For a stranger's bytes: accepts exactly what canonical_json writes, so that writing what was
/// read gives the same bytes. Names nested too deep, members twice, fractions, broken UTF-8 and
/// another form (spaces, order, escapes). Never recurses on what it reads.
Result<nlohmann::json> read_canonical_json(std::string_view text);

}  // namespace wespol
