// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/written_number.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <system_error>

namespace wespol {
namespace {

template <class Number>
std::optional<Number> parse_all(std::string_view text, const Number& number,
                                std::from_chars_result read) {
    const bool whole = read.ec == std::errc{} && read.ptr == text.data() + text.size();
    return whole ? std::optional(number) : std::nullopt;
}

}  // namespace

std::optional<int> parse_integer(std::string_view text) {
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return parse_all(text, number, read);
}

std::optional<double> parse_decimal(std::string_view text) {
    if (text.find_first_not_of("0123456789.,-") != std::string_view::npos) return std::nullopt;
    std::string written(text);
    std::replace(written.begin(), written.end(), ',', '.');
    double number = 0;
    const auto read = std::from_chars(written.data(), written.data() + written.size(), number,
                                      std::chars_format::fixed);
    return parse_all(written, number, read);
}

}  // namespace wespol
