// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/written_day.h"

#include "core/support/error.h"

#include <array>

#include <fmt/format.h>
#include <unicode/dtfmtsym.h>

namespace wespol {
namespace {

using MonthNames = std::array<std::string, 12>;

/// Within a date ("18 грудня") and alone ("грудень").
struct Months {
    MonthNames within, alone;
};

MonthNames month_names(const icu::DateFormatSymbols& symbols,
                       icu::DateFormatSymbols::DtContextType context) {
    std::int32_t count = 0;
    const icu::UnicodeString* names =
        symbols.getMonths(count, context, icu::DateFormatSymbols::WIDE);
    MonthNames months;
    for (std::size_t i = 0; i < months.size() && i < static_cast<std::size_t>(count); ++i)
        names[i].toUTF8String(months[i]);
    return months;
}

Months months_in(Language language) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(icu::Locale(std::string(code(language)).c_str()), status);
    if (U_FAILURE(status))
        throw Error(ErrorCode::environment, "ICU nie ma nazw miesięcy.", u_errorName(status));
    return {month_names(symbols, icu::DateFormatSymbols::FORMAT),
            month_names(symbols, icu::DateFormatSymbols::STANDALONE)};
}

const Months& months(Language language) {
    static const std::array<Months, kLanguages.size()> known{
        months_in(Language::pl), months_in(Language::en), months_in(Language::uk)};
    return known[index_of(language)];
}

/// Ukrainian writes "року" behind a year; shortened to "р.", it would end a sentence twice.
std::string_view after_year(Language language) {
    return language == Language::uk ? " року" : "";
}

}  // namespace

std::string day_in_words(Day day, Language language) {
    if (language == Language::pl) return format_day_polish(day);
    const std::chrono::year_month_day date{day};
    const auto month = static_cast<unsigned>(date.month());
    return fmt::format("{} {} {}{}", static_cast<unsigned>(date.day()),
                       months(language).within.at(month - 1), static_cast<int>(date.year()),
                       after_year(language));
}

std::string month_in_words(int year, unsigned month, Language language) {
    return fmt::format("{} {}{}", months(language).alone.at(month - 1), year, after_year(language));
}

}  // namespace wespol
