// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/calendar.h"

#include "core/support/error.h"

#include <cstdint>
#include <memory>

#include <fmt/format.h>
#include <unicode/timezone.h>

namespace wespol {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2200;

/// All of `text` as a number; -1 when it holds anything but digits.
int digits(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return text.empty() ? -1 : value;
}

const icu::TimeZone& warsaw() {
    static const std::unique_ptr<const icu::TimeZone> zone(
        icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8("Europe/Warsaw")));
    if (!zone || *zone == icu::TimeZone::getUnknown())
        throw Error(ErrorCode::environment, "ICU nie zna strefy czasowej Europe/Warsaw",
                    "Zainstaluj dane ICU (pakiet libicu) jeszcze raz.");
    return *zone;
}

}  // namespace

Result<Day> parse_day(std::string_view text) {
    const bool shaped = text.size() == 10 && text[4] == '-' && text[7] == '-';
    const int year = shaped ? digits(text.substr(0, 4)) : -1;
    const int month = shaped ? digits(text.substr(5, 2)) : -1;
    const int day = shaped ? digits(text.substr(8, 2)) : -1;
    if (year < 0 || month < 0 || day < 0)
        return problem({"Data musi mieć postać RRRR-MM-DD, na przykład 2014-12-18.",
                        "A date is written as YYYY-MM-DD, for example 2014-12-18.",
                        "Дату пишіть у вигляді РРРР-ММ-ДД, наприклад 2014-12-18."});
    if (year < kFirstYear || year > kLastYear)
        return problem(worded({"Rok musi leżeć między {} a {}.", "The year must be from {} to {}.",
                               "Рік має бути між {} і {}."},
                              kFirstYear, kLastYear));
    const std::chrono::year_month_day date{std::chrono::year{year},
                                           std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok())
        return problem({"Takiego dnia nie ma w kalendarzu.",
                        "There is no such day in the calendar.", "Такого дня немає в календарі."});
    return Day{date};
}

std::string format_day(Day day) {
    const std::chrono::year_month_day date{day};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string format_day_polish(Day day) {
    const std::chrono::year_month_day date{day};
    return fmt::format("{}.{:02}.{:04}", static_cast<unsigned>(date.day()),
                       static_cast<unsigned>(date.month()), static_cast<int>(date.year()));
}

Day end_of_term(Day start, int months) {
    const auto end = std::chrono::year_month_day{start} + std::chrono::months{months};
    return end.ok() ? Day{end} : Day{end.year() / end.month() / std::chrono::last};
}

Day today_in_warsaw() {
    return day_in_warsaw(std::chrono::system_clock::now());
}

Day day_in_warsaw(std::chrono::system_clock::time_point moment) {
    return std::chrono::floor<std::chrono::days>(moment + offset_in_warsaw(moment));
}

std::chrono::seconds offset_in_warsaw(std::chrono::system_clock::time_point moment) {
    using std::chrono::milliseconds;
    const auto since_epoch = std::chrono::floor<milliseconds>(moment).time_since_epoch();
    std::int32_t standard = 0;
    std::int32_t daylight_saving = 0;
    UErrorCode status = U_ZERO_ERROR;
    warsaw().getOffset(static_cast<UDate>(since_epoch.count()), false, standard, daylight_saving,
                       status);
    if (U_FAILURE(status))
        throw Error(ErrorCode::environment,
                    fmt::format("ICU nie podaje czasu w Warszawie: {}", u_errorName(status)));
    return std::chrono::floor<std::chrono::seconds>(milliseconds{standard + daylight_saving});
}

}  // namespace wespol
