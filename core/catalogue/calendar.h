// SPDX-License-Identifier: GPL-3.0-or-later
// Days of the civil calendar: written as YYYY-MM-DD, counted as Polish law counts them.
// Clock times: warsaw_time.h. Thread-safe: no state.
#pragma once

#include "core/support/result.h"

#include <chrono>
#include <string>
#include <string_view>

namespace wespol {

using Day = std::chrono::sys_days;

/// Exactly YYYY-MM-DD, a day that exists, 1900–2200.
Result<Day> parse_day(std::string_view text);

/// "2014-12-18".
std::string format_day(Day day);

/// "18.12.2014", as people write it in Poland.
std::string format_day_polish(Day day);

/// The last day of a term of `months` that began on `start`: the day that bears the same number,
/// or the month's last day where there is none (Civil Code art. 111 § 2 and 112).
Day end_of_term(Day start, int months);

/// The date it is now in Europe/Warsaw, by ICU's time zone data.
Day today_in_warsaw();
Day day_in_warsaw(std::chrono::system_clock::time_point moment);

/// What is added to UTC in Europe/Warsaw at that moment: one or two hours in our days.
std::chrono::seconds offset_in_warsaw(std::chrono::system_clock::time_point moment);

}  // namespace wespol
