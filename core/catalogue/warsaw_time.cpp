// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/warsaw_time.h"

#include "core/catalogue/calendar.h"
#include "core/catalogue/written_day.h"

#include <array>
#include <charconv>

#include <fmt/format.h>

namespace wespol {
namespace {

/// A moment taken apart into a day and a time of that day.
struct ClockTime {
    explicit ClockTime(Moment moment)
        : day(std::chrono::floor<std::chrono::days>(moment)), time(moment - day) {}
    Day day;
    std::chrono::hh_mm_ss<std::chrono::seconds> time;
};

ClockTime in_warsaw(Moment moment) {
    return ClockTime(moment + offset_in_warsaw(moment));
}

/// Of `length` digits at `position`; -1 where something else stands.
int digits_at(std::string_view text, std::size_t position, std::size_t length) {
    int number = 0;
    const char* const first = text.data() + position;
    if (*first < '0' || *first > '9') return -1;
    const auto [end, error] = std::from_chars(first, first + length, number);
    return error == std::errc() && end == first + length ? number : -1;
}

}  // namespace

// The clocks are changed at 01:00 UTC: two hours before the day begins in Greenwich the difference
// is the one of its midnight in Warsaw.
Moment midnight_in_warsaw(Day day) {
    return Moment(day) - offset_in_warsaw(Moment(day) - std::chrono::hours{2});
}

std::string compact_utc(Moment moment) {
    const ClockTime utc(moment);
    std::string day = format_day(utc.day);
    std::erase(day, '-');
    return fmt::format("{}T{:02}{:02}{:02}Z", day, utc.time.hours().count(),
                       utc.time.minutes().count(), utc.time.seconds().count());
}

Result<Moment> parse_compact_utc(std::string_view text) {
    const auto wrong = [] { return problem("To nie jest chwila w postaci RRRRMMDDTGGMMSSZ."); };
    if (text.size() != 16 || text[8] != 'T' || text[15] != 'Z') return wrong();
    const auto day =
        parse_day(fmt::format("{}-{}-{}", text.substr(0, 4), text.substr(4, 2), text.substr(6, 2)));
    const int hours = digits_at(text, 9, 2);
    const int minutes = digits_at(text, 11, 2);
    const int seconds = digits_at(text, 13, 2);
    const bool is_time =
        hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60 && seconds >= 0 && seconds < 60;
    if (!day || !is_time) return wrong();
    return *day + std::chrono::hours{hours} + std::chrono::minutes{minutes} +
           std::chrono::seconds{seconds};
}

std::string warsaw_iso(Moment moment) {
    const ClockTime local = in_warsaw(moment);
    const auto offset = std::chrono::duration_cast<std::chrono::minutes>(offset_in_warsaw(moment));
    return fmt::format("{}T{:02}:{:02}:{:02}+{:02}:{:02}", format_day(local.day),
                       local.time.hours().count(), local.time.minutes().count(),
                       local.time.seconds().count(), offset.count() / 60, offset.count() % 60);
}

Result<Moment> parse_warsaw_iso(std::string_view text) {
    constexpr std::size_t kLength = 25, kDay = 10;
    const auto wrong = [] {
        return problem("To nie jest chwila w postaci RRRR-MM-DDTGG:MM:SS+GG:MM.");
    };
    if (text.size() != kLength) return wrong();
    const auto day = parse_day(text.substr(0, kDay));
    const int hours = digits_at(text, 11, 2), minutes = digits_at(text, 14, 2);
    const int seconds = digits_at(text, 17, 2), ahead = digits_at(text, 20, 2);
    if (!day || hours < 0 || minutes < 0 || seconds < 0 || ahead < 0) return wrong();
    const Moment moment = *day + std::chrono::hours{hours - ahead} + std::chrono::minutes{minutes} +
                          std::chrono::seconds{seconds};
    // Whatever else differs from our writing differs from the whole text.
    if (warsaw_iso(moment) != text) return wrong();
    return moment;
}

std::string warsaw_in_words(Moment moment, Language language) {
    constexpr std::array<std::string_view, kLanguages.size()> kAtHour{", godz. ", ", ", ", "};
    const ClockTime local = in_warsaw(moment);
    const auto offset = std::chrono::duration_cast<std::chrono::hours>(offset_in_warsaw(moment));
    return fmt::format("{}{}{}:{:02}:{:02} (UTC+{})", day_in_words(local.day, language),
                       kAtHour[index_of(language)], local.time.hours().count(),
                       local.time.minutes().count(), local.time.seconds().count(), offset.count());
}

}  // namespace wespol
