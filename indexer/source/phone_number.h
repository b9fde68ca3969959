// SPDX-License-Identifier: GPL-3.0-or-later
// Telephone numbers of any writing → E.164, by libphonenumber, which knows the numbering plans.
// That somebody answers is not known. Thread-safe: the library's instance is.
#pragma once

#include "core/support/result.h"

#include <string>
#include <string_view>

namespace wespol {

/// "61 853-30-85", "0048 61 8533085" → "+48618533085"; Polish unless it begins with + or 00.
Result<std::string> parse_phone_number(std::string_view text);

}  // namespace wespol
