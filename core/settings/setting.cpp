// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/setting.h"

#include "core/support/ascii.h"

#include <charconv>
#include <system_error>

namespace wespol {

std::string flag_of(const Setting& setting) {
    std::string flag = "--";
    for (const char c : setting.name)
        flag += c == '_' ? '-' : c;
    return flag;
}

std::string variable_of(const Setting& setting) {
    std::string variable = "WESPOL_";
    for (const char c : setting.name)
        variable += ascii_upper(c);
    return variable;
}

std::optional<long> whole_number(std::string_view text) {
    long number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

}  // namespace wespol
