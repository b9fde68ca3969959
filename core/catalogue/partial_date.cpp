// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/partial_date.h"

#include "core/catalogue/written_day.h"

#include <array>

#include <fmt/format.h>

namespace wespol {
namespace {

struct Span {
    std::optional<Day> earliest, latest;
};

constexpr std::string_view kOpen = "..";

/// By Language.
constexpr std::array<std::string_view, 3> kNotLater{"nie później niż {}", "not later than {}",
                                                    "не пізніше ніж {}"};
constexpr std::array<std::string_view, 3> kNotEarlier{"nie wcześniej niż {}", "not earlier than {}",
                                                      "не раніше ніж {}"};

/// A day, a month or a year, whole.
Result<Span> parse_point(std::string_view text) {
    if (text.size() == 4) {
        const auto first = parse_day(fmt::format("{}-01-01", text));
        if (!first) return problem(first.error().message);
        return Span{*first, end_of_term(*first, 12) - std::chrono::days{1}};
    }
    if (text.size() == 7) {
        const auto first = parse_day(fmt::format("{}-01", text));
        if (!first) return problem(first.error().message);
        return Span{*first, end_of_term(*first, 1) - std::chrono::days{1}};
    }
    const auto day = parse_day(text);
    if (!day) return problem(day.error().message);
    return Span{*day, *day};
}

Result<Span> parse_span(std::string_view from, std::string_view to) {
    if (from == kOpen && to == kOpen) return problem("Okres otwarty z obu stron nic nie mówi.");
    Span span;
    if (from != kOpen) {
        const auto start = parse_point(from);
        if (!start) return start;
        span.earliest = start->earliest;
    }
    if (to != kOpen) {
        const auto end = parse_point(to);
        if (!end) return end;
        span.latest = end->latest;
    }
    if (span.earliest && span.latest && *span.earliest > *span.latest)
        return problem("Początek okresu jest późniejszy niż koniec.");
    return span;
}

std::string point_in_words(std::string_view text, Language language) {
    if (text.size() == 7) {
        const auto first = parse_day(fmt::format("{}-01", text));
        if (!first) return std::string(text);
        const std::chrono::year_month_day month{*first};
        return month_in_words(static_cast<int>(month.year()), static_cast<unsigned>(month.month()),
                              language);
    }
    const auto day = parse_day(text);
    return day ? day_in_words(*day, language) : std::string(text);
}

}  // namespace

Result<PartialDate> PartialDate::parse(std::string_view text) {
    const std::size_t slash = text.find('/');
    const auto span = slash == std::string_view::npos
                          ? parse_point(text)
                          : parse_span(text.substr(0, slash), text.substr(slash + 1));
    if (!span)
        return problem(span.error().message +
                       " Dozwolone są też: 2021-01, 2019, 2019/2020, ../2019-01-09, 2019/..");
    PartialDate date;
    date.text_ = text;
    date.earliest_ = span->earliest;
    date.latest_ = span->latest;
    return date;
}

std::string PartialDate::in_words(Language language) const {
    const std::string_view text = text_;
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) return point_in_words(text, language);
    const std::string_view from = text.substr(0, slash);
    const std::string_view to = text.substr(slash + 1);
    const auto open = [&](const auto& patterns, std::string_view point) {
        return fmt::format(fmt::runtime(patterns[index_of(language)]),
                           point_in_words(point, language));
    };
    if (from == kOpen) return open(kNotLater, to);
    if (to == kOpen) return open(kNotEarlier, from);
    return fmt::format("{} – {}", point_in_words(from, language), point_in_words(to, language));
}

}  // namespace wespol
