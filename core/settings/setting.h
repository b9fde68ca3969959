// SPDX-License-Identifier: GPL-3.0-or-later
// One row of a program's table of settings: its name, what it may be, what it is when nobody says.
// Flag, environment variable and key of the file follow from the name, so that all that is told of
// settings (help, errors, printed configuration) comes from the table. Thread-safe: no state.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace wespol {

enum class SettingKind {
    text,    ///< in the file: a string
    number,  ///< a whole number
    list     ///< an array of strings; as a flag: repeated; in the environment: with commas between
};

/// Why a value cannot be, a whole sentence; null when it can.
using Complaint = std::optional<std::string>;

struct Setting {
    std::string_view name;     ///< "public_url": --public-url, WESPOL_PUBLIC_URL, public_url = …
    std::string_view section;  ///< of the file, "server"; "" above all sections: of every program
    SettingKind kind = SettingKind::text;
    std::string_view default_text;  ///< "" = there is none
    std::string_view value_name;    ///< for the help: "KATALOG"
    std::string_view help;
    Complaint (*complaint)(const std::string& value) = nullptr;  ///< of each value of a list
};

/// "--public-url"
std::string flag_of(const Setting& setting);

/// "WESPOL_PUBLIC_URL"
std::string variable_of(const Setting& setting);

/// Null when the text is no whole number, or none that fits.
std::optional<long> whole_number(std::string_view text);

template <long Least, long Most>
Complaint number_between(const std::string& value) {
    const auto number = whole_number(value);
    if (number && *number >= Least && *number <= Most) return std::nullopt;
    return fmt::format("To ma być liczba całkowita od {} do {}.", Least, Most);
}

}  // namespace wespol
