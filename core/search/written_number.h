// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as parameters give them. Knows no parameter and no bounds. Thread-safe: no state.
#pragma once

#include <optional>
#include <string_view>

namespace wespol {

/// Null unless all of the text is that number.
std::optional<int> parse_integer(std::string_view text);

/// Digits with a point or a comma; no exponents, no "nan".
std::optional<double> parse_decimal(std::string_view text);

}  // namespace wespol
