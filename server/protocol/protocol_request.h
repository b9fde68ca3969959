// SPDX-License-Identifier: GPL-3.0-or-later
// What a protocol is wanted of: a search, entities named by their ids, a comparison of some, or
// lines to check; and the one form of its parameters that the address and the number are made of. A
// wrong parameter is refused, never left out: the record must be of exactly what was asked. Plain
// value.
#pragma once

#include "core/search/request_decoder.h"

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace wespol {

inline constexpr std::size_t kMaxNamedEntities = 100;
inline constexpr std::size_t kMaxProtocolLines = 100;

struct NamedEntities {
    std::vector<std::string> ids;  ///< as given, each once
};

/// Side by side, as the page /porownaj shows them.
struct ComparedEntities {
    std::vector<std::string> ids;  ///< kMinCompared to kMaxCompared, as given, each once
};

struct CheckedLines {
    std::vector<std::string> lines;  ///< as given
};

/// A search stands here without its day.
using AskedOf = std::variant<SearchRequest, NamedEntities, ComparedEntities, CheckedLines>;

struct ProtocolRequest {
    AskedOf asked;
    std::optional<Day> as_of;  ///< null: the words of the search say it, else the moment's day
};

struct DecodedProtocolRequest {
    ProtocolRequest request;
    std::vector<ParameterProblem> problems;  ///< not empty: the request is refused
};

/// `podmiot=`, `id=` or `kogo=` (each repeated), else the parameters of a search; `na-dzien` with
/// all.
/// Pages of a search do not count: a protocol holds all results.
DecodedProtocolRequest decode_protocol_request(const Parameters& parameters,
                                               const References& references);

/// "na-dzien=2026-11-22&q=catering": equal requests give equal texts. May be empty.
std::string canonical_query(const ProtocolRequest& request);

}  // namespace wespol
