// SPDX-License-Identifier: GPL-3.0-or-later
// The name of a request, for the log and for the one who asked; it says nothing about either. Those
// of one run follow one another. Thread-safe.
#pragma once

#include <string>
#include <string_view>

namespace wespol {

inline constexpr std::string_view kRequestIdHeader = "X-Request-Id";

std::string next_request_id();

/// Of a whole answer; "" when it names none.
std::string_view request_id_in(std::string_view answer);

}  // namespace wespol
