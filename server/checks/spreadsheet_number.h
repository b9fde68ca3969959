// SPDX-License-Identifier: GPL-3.0-or-later
// What spreadsheets make of a NIP or REGON that they take for a number: parts of it, or another way
// to write the same digits. Thread-safe: no state.
#pragma once

#include <string>
#include <string_view>

namespace wespol {

/// Excel writes long numbers as 7,78135E+09, others as 7.78135E9: the digits are gone.
bool is_shortened_by_excel(std::string_view text);

/// The digits of a whole number that was kept as one with a fraction, where all of them are there:
/// "328179.0", "5.951451489E9". "" for any other text.
std::string digits_of_fractional(std::string_view text);

}  // namespace wespol
