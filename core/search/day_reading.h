// SPDX-License-Identifier: GPL-3.0-or-later
// Words that say a day: "na 1 czerwca 2015", "w dniu 1.06.2015", "on June 1, 2015", "1 червня
// 2015"; or a month or a year. A day always has its year; one that does not exist or cannot be
// asked for stays words. Thread-safe: no state.
#pragma once

#include "core/catalogue/calendar.h"
#include "core/search/plain_words.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace wespol {

struct FoundDay {
    std::size_t first = 0;  ///< word, with what introduces the day
    std::size_t count = 0;
    Day day{};
};

/// All days in the words, in their order.
std::vector<FoundDay> find_days(const PlainWords& words);

/// The first words that name a day the calendar does not have: "na 31 lutego 2015". Its `day` says
/// nothing. Looked for where there is no other.
std::optional<FoundDay> find_missing_day(const PlainWords& words);

/// The first words that name a day but no year: "na 3 września". Not "ul. 3 Maja", nor where they
/// are all there is. Its `day` says nothing.
std::optional<FoundDay> find_day_of_no_year(const PlainWords& words);

/// A month or a year, and the days that may stand for it, the likeliest first, at least one.
struct FoundPeriod {
    std::size_t first = 0;  ///< word, with what introduces the period
    std::size_t count = 0;
    std::vector<Day> days;
};

/// The first month or year in the words ("w czerwcu 2015", "do 2016", "06.2015"). Behind "do" its
/// first day stands for it, of what is over its last one; else any day of it may.
std::optional<FoundPeriod> find_period(const PlainWords& words, bool is_over);

}  // namespace wespol
