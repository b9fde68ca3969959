// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/checks/spreadsheet_number.h"

#include "core/support/ascii.h"

#include <algorithm>

#include <fmt/format.h>

namespace wespol {

bool is_shortened_by_excel(std::string_view text) {
    const std::size_t exponent = text.find_first_of("Ee");
    return exponent != text.npos && exponent > 0 && is_digit(text.front()) &&
           (text.find('+', exponent) == exponent + 1 || text.find_first_of(",.") < exponent) &&
           is_digit(text.back()) && text.find_first_not_of("0123456789,.Ee+") == text.npos;
}

std::string digits_of_fractional(std::string_view text) {
    const std::size_t sign = std::min(text.find_first_of(".,"), text.size());
    const std::string_view units = text.substr(0, sign);
    if (sign == text.size() || !all_digits(units)) return "";
    const std::string_view rest = text.substr(sign + 1);
    const std::size_t letter = rest.find_first_of("Ee");
    if (letter == rest.npos) return rest == "0" || rest == "00" ? std::string(units) : "";
    const std::string_view fraction = rest.substr(0, letter);
    std::string_view exponent = rest.substr(letter + 1);
    exponent.remove_prefix(std::min(exponent.find_first_not_of("+0"), exponent.size()));
    const bool is_whole =
        units.size() == 1 && all_digits(fraction) && exponent == std::to_string(fraction.size());
    return is_whole ? fmt::format("{}{}", units, fraction) : "";
}

}  // namespace wespol
