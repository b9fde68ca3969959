// SPDX-License-Identifier: GPL-3.0-or-later
// Days and dates as tests write them; a wrong one throws.
#pragma once

#include "core/catalogue/calendar.h"
#include "core/catalogue/partial_date.h"

#include <optional>
#include <string_view>

namespace wespol::test {

inline Day day(std::string_view text) {
    return parse_day(text).value();
}

/// Null for "".
inline std::optional<PartialDate> date(std::string_view text) {
    if (text.empty()) return std::nullopt;
    return PartialDate::parse(text).value();
}

}  // namespace wespol::test
