// SPDX-License-Identifier: GPL-3.0-or-later
// Days and months as people write them in each language; the names of months are ICU's (CLDR).
// Thread-safe: no state that changes.
#pragma once

#include "core/catalogue/calendar.h"
#include "core/support/language.h"

#include <string>

namespace wespol {

/// "18.12.2014", "18 December 2014", "18 грудня 2014 року".
std::string day_in_words(Day day, Language language);

/// "styczeń 2021", "January 2021", "січень 2021 року". `month`: from 1.
std::string month_in_words(int year, unsigned month, Language language);

}  // namespace wespol
