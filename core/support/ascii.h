// SPDX-License-Identifier: GPL-3.0-or-later
// The characters of ASCII and the blanks around a text, for codes, numbers and what machines wrote.
// Not for words of people: letters of any alphabet are ICU's (core/analysis). No locale, no state:
// thread-safe.
#pragma once

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

namespace wespol {

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
constexpr bool is_ascii_small(char c) {
    return c >= 'a' && c <= 'z';
}
constexpr bool is_ascii_letter(char c) {
    return is_ascii_small(c) || (c >= 'A' && c <= 'Z');
}
constexpr bool is_ascii_alphanumeric(char c) {
    return is_digit(c) || is_ascii_letter(c);
}
constexpr char ascii_upper(char c) {
    return is_ascii_small(c) ? static_cast<char>(c - 'a' + 'A') : c;
}
constexpr char ascii_lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// One digit or more, and nothing else.
constexpr bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

inline std::string digits_of(std::string_view text) {
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), is_digit);
    return digits;
}

/// A view of the text without blanks around it; those are ends of lines too, unless told.
constexpr std::string_view trimmed(std::string_view text, std::string_view blanks = " \t\r\n") {
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

constexpr bool is_blank(std::string_view text) {
    return trimmed(text).empty();
}

}  // namespace wespol
