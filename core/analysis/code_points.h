// SPDX-License-Identifier: GPL-3.0-or-later
// UTF-8 read and written one code point at a time. What is malformed reads as U+FFFD, a maximal
// wrong part at a time. Not for graphemes. Thread-safe: no state.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace wespol {

/// What Windows writes before a text.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// The code point at byte `at` (< size), which moves on past it.
char32_t next_code_point(std::string_view text, std::size_t& at);

void append_code_point(std::string& text, char32_t code_point);

/// Number of code points.
std::size_t count_code_points(std::string_view text);

/// The longest beginning of at most `max_bytes` that ends between code points.
std::string_view cut_at_code_point(std::string_view text, std::size_t max_bytes);

/// The same with "…" where something is missing.
std::string shortened(std::string_view text, std::size_t max_bytes);

}  // namespace wespol
