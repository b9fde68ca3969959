// SPDX-License-Identifier: GPL-3.0-or-later
// What a person types → the request spelled out, over the real catalogue, as one line to compare.
#pragma once

#include "core/search/query_reading.h"

#include <chrono>
#include <string>
#include <vector>

namespace wespol::test {

inline constexpr Day kReadingDay{std::chrono::year{2026} / 11 / 21};

/// Fails the case when a parameter is wrong.
SearchRequest decoded(Parameters parameters);

/// "q=catering & blisko=Gniezno": canonical_query() as a person reads it.
std::string written(const SearchRequest& request);

QueryReading read(const SearchRequest& asked);

std::string spelled_out(Parameters parameters);
std::string spelled_out(const std::string& query);

struct ReadingRow {
    std::string query, expected;
};

void check_readings(const std::vector<ReadingRow>& rows);

}  // namespace wespol::test
