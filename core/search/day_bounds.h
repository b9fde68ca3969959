// SPDX-License-Identifier: GPL-3.0-or-later
// The days a search can be asked for, in a parameter or in words. Thread-safe: no state.
#pragma once

#include "core/catalogue/calendar.h"

namespace wespol {

inline constexpr Day kFirstDay = std::chrono::year(1990) / 1 / 1;

/// Some years ahead: certificates and statuses are not granted for longer.
inline Day last_day() {
    constexpr std::chrono::years kYearsAhead{6};
    const std::chrono::year_month_day today(today_in_warsaw());
    return (today.year() + kYearsAhead) / std::chrono::December / 31;
}

inline bool can_be_asked_for(Day day) {
    return day >= kFirstDay && day <= last_day();
}

}  // namespace wespol
