// SPDX-License-Identifier: GPL-3.0-or-later
// A date as people write it in a table → EDTF, no more precise than it was: "12.06.2024",
// "12 czerwca 2024 r.", "czerwiec 2024" → "2024-06", "2024". Thread-safe: no state.
#pragma once

#include "core/support/result.h"

#include <string>
#include <string_view>

namespace wespol {

/// A day that does not exist is named.
Result<std::string> parse_written_date(std::string_view text);

}  // namespace wespol
