// SPDX-License-Identifier: GPL-3.0-or-later
// A moment to the second, written for addresses in UTC and for people in Polish time with its
// difference from UTC, so that the hour that comes twice in October is told apart.
// Thread-safe: no state.
#pragma once

#include "core/catalogue/calendar.h"
#include "core/support/language.h"
#include "core/support/result.h"

#include <chrono>
#include <string>
#include <string_view>

namespace wespol {

using Moment = std::chrono::sys_seconds;

/// "20261122T065134Z": needs no encoding in an address.
std::string compact_utc(Moment moment);

/// Exactly that form, a moment that exists, 1900–2200.
Result<Moment> parse_compact_utc(std::string_view text);

/// "2026-11-22T07:51:34+01:00" (ISO 8601).
std::string warsaw_iso(Moment moment);

/// When that day begins in Warsaw.
Moment midnight_in_warsaw(Day day);

/// What warsaw_iso() writes.
Result<Moment> parse_warsaw_iso(std::string_view text);

/// "22.11.2026, godz. 7:51:34 (UTC+1)", "22 November 2026, 7:51:34 (UTC+1)".
std::string warsaw_in_words(Moment moment, Language language);

/// For documents that are Polish.
inline std::string warsaw_polish(Moment moment) {
    return warsaw_in_words(moment, Language::pl);
}

}  // namespace wespol
