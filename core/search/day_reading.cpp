// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/day_reading.h"

#include "core/search/day_bounds.h"
#include "core/search/word_tables.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace wespol {
namespace {

struct MonthName {
    std::string_view folded;
    unsigned month;
};

/// As they stand in dates, folded.
constexpr std::array kMonths{
    MonthName{"stycznia", 1},   MonthName{"january", 1},   MonthName{"jan", 1},
    MonthName{"січня", 1},      MonthName{"lutego", 2},    MonthName{"february", 2},
    MonthName{"feb", 2},        MonthName{"лютого", 2},    MonthName{"marca", 3},
    MonthName{"march", 3},      MonthName{"mar", 3},       MonthName{"березня", 3},
    MonthName{"kwietnia", 4},   MonthName{"april", 4},     MonthName{"apr", 4},
    MonthName{"квітня", 4},     MonthName{"maja", 5},      MonthName{"may", 5},
    MonthName{"травня", 5},     MonthName{"czerwca", 6},   MonthName{"june", 6},
    MonthName{"jun", 6},        MonthName{"червня", 6},    MonthName{"lipca", 7},
    MonthName{"july", 7},       MonthName{"jul", 7},       MonthName{"липня", 7},
    MonthName{"sierpnia", 8},   MonthName{"august", 8},    MonthName{"aug", 8},
    MonthName{"серпня", 8},     MonthName{"wrzesnia", 9},  MonthName{"september", 9},
    MonthName{"sep", 9},        MonthName{"вересня", 9},   MonthName{"pazdziernika", 10},
    MonthName{"october", 10},   MonthName{"oct", 10},      MonthName{"жовтня", 10},
    MonthName{"listopada", 11}, MonthName{"november", 11}, MonthName{"nov", 11},
    MonthName{"листопада", 11}, MonthName{"grudnia", 12},  MonthName{"december", 12},
    MonthName{"dec", 12},       MonthName{"грудня", 12}};

/// As they stand alone or behind "w", folded.
constexpr std::array kMonthsAlone{
    MonthName{"styczen", 1},      MonthName{"styczniu", 1},      MonthName{"січень", 1},
    MonthName{"січні", 1},        MonthName{"luty", 2},          MonthName{"lutym", 2},
    MonthName{"лютий", 2},        MonthName{"лютому", 2},        MonthName{"marzec", 3},
    MonthName{"marcu", 3},        MonthName{"березень", 3},      MonthName{"березні", 3},
    MonthName{"kwiecien", 4},     MonthName{"kwietniu", 4},      MonthName{"квітень", 4},
    MonthName{"квітні", 4},       MonthName{"maj", 5},           MonthName{"maju", 5},
    MonthName{"травень", 5},      MonthName{"травні", 5},        MonthName{"czerwiec", 6},
    MonthName{"czerwcu", 6},      MonthName{"червень", 6},       MonthName{"червні", 6},
    MonthName{"lipiec", 7},       MonthName{"lipcu", 7},         MonthName{"липень", 7},
    MonthName{"липні", 7},        MonthName{"sierpien", 8},      MonthName{"sierpniu", 8},
    MonthName{"серпень", 8},      MonthName{"серпні", 8},        MonthName{"wrzesien", 9},
    MonthName{"wrzesniu", 9},     MonthName{"вересень", 9},      MonthName{"вересні", 9},
    MonthName{"pazdziernik", 10}, MonthName{"pazdzierniku", 10}, MonthName{"жовтень", 10},
    MonthName{"жовтні", 10},      MonthName{"listopad", 11},     MonthName{"listopadzie", 11},
    MonthName{"листопад", 11},    MonthName{"листопаді", 11},    MonthName{"grudzien", 12},
    MonthName{"grudniu", 12},     MonthName{"грудень", 12},      MonthName{"грудні", 12}};

/// "15 XII 2017"; a single letter only when it is written large.
constexpr std::array kRomanMonths{MonthName{"i", 1},   MonthName{"ii", 2},   MonthName{"iii", 3},
                                  MonthName{"iv", 4},  MonthName{"v", 5},    MonthName{"vi", 6},
                                  MonthName{"vii", 7}, MonthName{"viii", 8}, MonthName{"ix", 9},
                                  MonthName{"x", 10},  MonthName{"xi", 11},  MonthName{"xii", 12}};

/// Before a month or a year: "certyfikat z 2014", "certyfikat w 2015", "certyfikat do 2016".
constexpr std::array<WordSequence, 9> kSince{
    {{"z"}, {"z", "roku"}, {"od"}, {"from"}, {"since"}, {"of"}, {"з"}, {"за"}, {"від"}}};
constexpr std::array<WordSequence, 8> kDuring{
    {{"w"}, {"w", "roku"}, {"na", "rok"}, {"za"}, {"za", "rok"}, {"in"}, {"у"}, {"в"}}};
constexpr std::array<WordSequence, 6> kUntil{
    {{"do"}, {"do", "roku"}, {"until"}, {"till"}, {"by"}, {"до"}}};

constexpr std::array<WordSequence, 15> kBefore{{{"na", "dzien"},
                                                {"w", "dniu"},
                                                {"z", "dnia"},
                                                {"stan", "na", "dzien"},
                                                {"stan", "na"},
                                                {"na"},
                                                {"dnia"},
                                                {"w"},
                                                {"on", "the"},
                                                {"on"},
                                                {"as", "of"},
                                                {"as", "at"},
                                                {"станом", "на"},
                                                {"на"},
                                                {"на", "день"}}};

constexpr std::array<WordSequence, 4> kBeforeStreet{{{"ul"}, {"ulica"}, {"ulicy"}, {"ulice"}}};

constexpr std::array<WordSequence, 5> kBehind{{{"r"}, {"roku"}, {"року"}, {"р"}, {"рік"}}};

template <class Table>
std::optional<unsigned> month_named(std::string_view folded, const Table& table) {
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const MonthName& each) { return each.folded == folded; });
    return found == table.end() ? std::nullopt : std::optional(found->month);
}

std::optional<unsigned> month_named(std::string_view folded) {
    return month_named(folded, kMonths);
}

/// The word as a month that is written out or a Roman number.
std::optional<unsigned> month_at(const PlainWords& words, std::size_t word) {
    const std::string& surface = words.surface(word);
    if (const auto month = month_named(surface)) return month;
    if (surface.size() == 1 && !words.is_capitalised(word)) return std::nullopt;
    return month_named(surface, kRomanMonths);
}

/// All of the text; at most four digits.
std::optional<unsigned> number(std::string_view text) {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_number = error == std::errc{} && end == text.data() + text.size();
    return is_number && text.size() <= 4 ? std::optional(value) : std::nullopt;
}

/// "1", "1st", "2nd", "3rd", "4th".
std::optional<unsigned> day_number(std::string_view text) {
    for (const std::string_view ordinal : {"st", "nd", "rd", "th"})
        if (text.ends_with(ordinal)) text.remove_suffix(ordinal.size());
    return text.size() <= 2 ? number(text) : std::nullopt;
}

std::optional<Day> existing(std::optional<unsigned> year, std::optional<unsigned> month,
                            std::optional<unsigned> day) {
    if (!year || !month || !day) return std::nullopt;
    if (*month > 12 || *day > 31) return std::nullopt;  // chrono keeps eight bits of them
    const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)),
                                           std::chrono::month(*month), std::chrono::day(*day)};
    if (!date.ok() || !can_be_asked_for(date)) return std::nullopt;
    return Day(date);
}

/// "2015-06-01", "1.06.2015", "1/06/2015", "1-06-2015": year first or last.
std::optional<Day> numeric(std::string_view written) {
    std::array<std::optional<unsigned>, 3> parts;
    std::size_t part = 0;
    for (std::size_t begin = 0; begin <= written.size(); ++part) {
        if (part == parts.size()) return std::nullopt;
        const std::size_t end = std::min(written.find_first_of("-./", begin), written.size());
        parts[part] = number(written.substr(begin, end - begin));
        begin = end + 1;
    }
    if (part != parts.size()) return std::nullopt;
    const auto& [first, month, last] = parts;
    return first && *first > 31 ? existing(first, month, last) : existing(last, month, first);
}

/// "31 lutego 2015", "31.02.2015", "2015-02-30": a day of a month that has fewer.
bool is_missing_day(std::optional<unsigned> year, std::optional<unsigned> month,
                    std::optional<unsigned> day) {
    if (!year || !month || !day || *month < 1 || *month > 12 || *day < 29 || *day > 31)
        return false;
    const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)),
                                           std::chrono::month(*month), std::chrono::day(*day)};
    return *year > 999 && !date.ok();
}

/// A day of `count` words that begins at `first`, nothing around it.
std::optional<Day> day_of(const PlainWords& words, std::size_t first, std::size_t count) {
    if (!words.are_together(first, count)) return std::nullopt;
    if (const auto day = numeric(words.written(first, count))) return day;
    if (count != 3) return std::nullopt;
    const std::string& one = words.surface(first);
    const auto year = number(words.surface(first + 2));
    if (const auto month = month_at(words, first + 1))
        return existing(year, month, day_number(one));
    return existing(year, month_named(one), day_number(words.surface(first + 1)));
}

struct Period {
    Day first{}, last{};
};

std::optional<Period> period(std::optional<unsigned> year, std::optional<unsigned> month) {
    if (!year || (month && (*month < 1 || *month > 12))) return std::nullopt;
    const std::chrono::year in(static_cast<int>(*year));
    const std::chrono::month from(month.value_or(1)), to(month.value_or(12));
    const Period found{in / from / 1, in / to / std::chrono::last};
    return can_be_asked_for(found.first) && can_be_asked_for(found.last) ? std::optional(found)
                                                                         : std::nullopt;
}

/// "06.2015", "2015-06".
std::optional<Period> numeric_month(std::string_view written) {
    const std::size_t sign = written.find_first_of("-./");
    if (sign == std::string_view::npos) return std::nullopt;
    const auto left = number(written.substr(0, sign)), right = number(written.substr(sign + 1));
    return left && *left > 12 ? period(left, right) : period(right, left);
}

/// A month or a year of `count` words that begins at `first`, nothing around it.
std::optional<Period> period_of(const PlainWords& words, std::size_t first, std::size_t count) {
    if (!words.are_together(first, count)) return std::nullopt;
    if (count == 1) {
        const std::string_view written = words.written(first, 1);
        return written.size() == 4 ? period(number(written), {}) : numeric_month(written);
    }
    if (const auto found = numeric_month(words.written(first, count))) return found;
    const std::string& name = words.surface(first);
    auto month = month_named(name, kMonthsAlone);
    if (!month) month = month_at(words, first);
    return month ? period(number(words.surface(first + 1)), month) : std::nullopt;
}

bool is_missing_day_at(const PlainWords& words, std::size_t first, std::size_t count) {
    if (!words.are_together(first, count)) return false;
    if (count == 3) {
        const auto month = month_at(words, first + 1);
        return is_missing_day(number(words.surface(first + 2)), month,
                              day_number(words.surface(first)));
    }
    const std::string_view written = words.written(first, 1);
    const std::size_t left = written.find_first_of("-./");
    if (left == std::string_view::npos) return false;
    const std::size_t right = written.find_first_of("-./", left + 1);
    if (right == std::string_view::npos) return false;
    const auto one = number(written.substr(0, left));
    const auto two = number(written.substr(left + 1, right - left - 1));
    const auto three = number(written.substr(right + 1));
    return is_missing_day(three, two, one) || is_missing_day(one, two, three);
}

}  // namespace

std::optional<FoundDay> find_missing_day(const PlainWords& words) {
    for (std::size_t first = 0; first < words.size(); ++first)
        for (const std::size_t count : {std::size_t{1}, std::size_t{3}}) {
            if (!is_missing_day_at(words, first, count)) continue;
            const std::size_t before = longest_ending_at(words, first, kBefore);
            const std::size_t behind = longest_beginning_at(words, first + count, kBehind);
            return FoundDay{first - before, before + count + behind, {}};
        }
    return std::nullopt;
}

std::optional<FoundDay> find_day_of_no_year(const PlainWords& words) {
    constexpr std::size_t kShortestMonth = 4;  // "3 may", "5 mar" are read as something else
    for (std::size_t first = 0; first + 1 < words.size(); ++first) {
        if (!words.are_together(first, 2)) continue;
        const auto day = day_number(words.surface(first));
        const std::string& month = words.surface(first + 1);
        if (!day || *day < 1 || *day > 31 || month.size() < kShortestMonth || !month_named(month) ||
            words.is_capitalised(first + 1) || longest_ending_at(words, first, kBeforeStreet) > 0)
            continue;
        const bool has_year = first + 2 < words.size() && words.are_together(first, 3) &&
                              number(words.surface(first + 2));
        const std::size_t before = longest_ending_at(words, first, kBefore);
        if (has_year || before + 2 == words.size()) return std::nullopt;
        return FoundDay{first - before, before + 2, {}};
    }
    return std::nullopt;
}

std::optional<FoundPeriod> find_period(const PlainWords& words, bool is_over) {
    for (std::size_t first = 0; first < words.size(); ++first) {
        for (const std::size_t count : {std::size_t{2}, std::size_t{1}}) {
            const std::optional<Period> found = period_of(words, first, count);
            if (!found) continue;
            const std::size_t until = longest_ending_at(words, first, kUntil);
            const std::size_t during = longest_ending_at(words, first, kDuring);
            const std::size_t before =
                std::max({until, during, longest_ending_at(words, first, kSince)});
            const std::size_t behind = longest_beginning_at(words, first + count, kBehind);
            FoundPeriod period{first - before, before + count + behind, {found->last}};
            if (until > 0) {
                period.days = {found->first};
            } else if (!is_over) {
                // Certificates are valid for twelve months: in the middle of a year most of those
                // are that were at any time in it; on its last day those that were granted in it.
                const Day middle = found->first + (found->last - found->first) / 2;
                const auto at = during > 0 ? period.days.begin() : period.days.end();
                period.days.insert(at, middle);
                period.days.push_back(found->first);
            }
            return period;
        }
    }
    return std::nullopt;
}

std::vector<FoundDay> find_days(const PlainWords& words) {
    std::vector<FoundDay> found;
    for (std::size_t first = 0; first < words.size(); ++first) {
        for (const std::size_t count : {std::size_t{1}, std::size_t{3}}) {
            const std::optional<Day> day = day_of(words, first, count);
            if (!day) continue;
            const std::size_t before = longest_ending_at(words, first, kBefore);
            const std::size_t behind = longest_beginning_at(words, first + count, kBehind);
            found.push_back({first - before, before + count + behind, *day});
            first += count + behind - 1;
            break;
        }
    }
    return found;
}

}  // namespace wespol
