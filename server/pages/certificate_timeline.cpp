// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/certificate_timeline.h"

#include <algorithm>
#include <array>
#include <utility>

namespace wespol {

namespace {

using std::chrono::days;
using std::chrono::year_month_day;

constexpr days kOneDay{1};
constexpr int kMostYearsOfMonths = 3;  ///< a longer picture has no room for ticks of months
constexpr int kMostYearsOfTicks = 40;
/// A year is written to the right of its tick: one that would leave the picture is not.
constexpr double kLastPlaceOfYear = 0.93;

int year_of(Day day) {
    return static_cast<int>(year_month_day(day).year());
}

Day first_of(int year, unsigned month = 1) {
    return std::chrono::year(year) / std::chrono::month(month) / 1;
}

/// Whole years around all that is drawn.
class Axis {
  public:
    Axis(Day first, Day last) : first_year_(year_of(first)), last_year_(year_of(last)) {}

    double at(Day day) const {
        const auto all = first_of(last_year_ + 1) - first_of(first_year_);
        return static_cast<double>((day - first_of(first_year_)).count()) /
               static_cast<double>(all.count());
    }

    /// Both days included; an end that is open reaches the edge.
    TimelineStretch stretch(const std::optional<Day>& first, const std::optional<Day>& last) const {
        return {first ? at(*first) : 0, last ? at(*last + kOneDay) : 1};
    }

    int first_year() const { return first_year_; }
    int last_year() const { return last_year_; }

    std::vector<TimelineYear> years() const {
        constexpr std::array kSteps{1, 2, 5, 10, 20, 50, 100};
        const int count = last_year_ - first_year_ + 1;
        const auto step = std::ranges::find_if(
            kSteps, [&](int each) { return (count - 1) / each + 1 <= kMostYears; });
        std::vector<TimelineYear> years;
        for (int year = first_year_; year <= last_year_; year += *step)
            if (const double place = at(first_of(year)); place <= kLastPlaceOfYear)
                years.push_back({year, place});
        return years;
    }

    std::vector<double> ticks() const {
        constexpr unsigned kMonths = 12;
        const int count = last_year_ - first_year_ + 1;
        std::vector<double> ticks;
        if (count > kMostYearsOfTicks) return ticks;
        const unsigned step = count <= kMostYearsOfMonths ? 1 : kMonths;
        for (int year = first_year_; year <= last_year_; ++year)
            for (unsigned month = 1; month <= kMonths; month += step)
                ticks.push_back(at(first_of(year, month)));
        return ticks;
    }

  private:
    int first_year_, last_year_;
};

bool has_a_date(const Validity& validity) {
    return validity.earliest_start || validity.latest_start || validity.earliest_end ||
           validity.latest_end;
}

/// From the first to the last day that is known of it, a year more where it goes on for nobody
/// knows how long.
std::pair<Day, Day> room_of(const Validity& validity) {
    constexpr days kRoomForOpenEnd{365};
    std::vector<Day> known;
    for (const auto& each : {validity.earliest_start, validity.latest_start, validity.earliest_end,
                             validity.latest_end})
        if (each) known.push_back(*each);
    const auto [first, last] = std::ranges::minmax(known);
    return {validity.earliest_start ? first : first - kRoomForOpenEnd,
            validity.latest_end ? last : last + kRoomForOpenEnd};
}

Axis axis_around(const std::vector<CertificateHistory>& histories, Day day) {
    Day first = day, last = day;
    for (const CertificateHistory& history : histories)
        for (const HistoryStep& step : history.steps) {
            if (!has_a_date(step.validity)) continue;
            const auto [from, to] = room_of(step.validity);
            first = std::min(first, from);
            last = std::max(last, to);
        }
    return {first, last};
}

TimelineBar bar_of(const HistoryStep& step, const Axis& axis) {
    const auto& [earliest_start, latest_start, earliest_end, latest_end, computed] = step.validity;
    TimelineBar bar;
    bar.certificate = step.certificate;
    if (earliest_start && earliest_start == latest_start) bar.granted_at = axis.at(*latest_start);
    const auto add_uncertain = [&](TimelineStretch stretch) {
        if (stretch.from < stretch.to) bar.uncertain.push_back(stretch);
    };
    const TimelineStretch whole = axis.stretch(earliest_start, latest_end);
    if (!latest_start || !earliest_end || *latest_start > *earliest_end) {
        add_uncertain(whole);
        return bar;
    }
    bar.certain = axis.stretch(latest_start, earliest_end);
    add_uncertain({whole.from, bar.certain->from});
    add_uncertain({bar.certain->to, whole.to});
    return bar;
}

TimelineStretch extent_of(const TimelineBar& bar) {
    TimelineStretch extent = bar.certain ? *bar.certain : bar.uncertain.front();
    for (const TimelineStretch& each : bar.uncertain)
        extent = {std::min(extent.from, each.from), std::max(extent.to, each.to)};
    return extent;
}

TimelineRow row_of(const CertificateHistory& history, const Axis& axis) {
    TimelineRow row;
    row.subject = history.subject;
    std::vector<double> occupied_to;  // by lane
    for (const HistoryStep& step : history.steps) {
        if (!has_a_date(step.validity)) continue;
        TimelineBar bar = bar_of(step, axis);
        if (!bar.certain && bar.uncertain.empty()) continue;  // it ends before it begins
        const TimelineStretch extent = extent_of(bar);
        const auto free =
            std::ranges::find_if(occupied_to, [&](double end) { return end <= extent.from; });
        bar.lane = static_cast<std::size_t>(free - occupied_to.begin());
        if (free == occupied_to.end())
            occupied_to.push_back(extent.to);
        else
            *free = extent.to;
        row.bars.push_back(std::move(bar));
        if (step.joint == Joint::gap)
            row.gaps.push_back(axis.stretch(step.first_day, step.last_day));
    }
    row.lanes = std::max<std::size_t>(occupied_to.size(), 1);
    return row;
}

}  // namespace

std::optional<CertificateTimeline> certificate_timeline(
    const std::vector<CertificateHistory>& histories, Day day) {
    const Axis axis = axis_around(histories, day);
    CertificateTimeline timeline;
    timeline.first_year = axis.first_year();
    timeline.last_year = axis.last_year();
    timeline.years = axis.years();
    timeline.ticks = axis.ticks();
    timeline.day = axis.at(day);
    for (const CertificateHistory& history : histories) {
        TimelineRow row = row_of(history, axis);
        timeline.undated += static_cast<std::size_t>(std::ranges::count_if(
            history.steps, [](const HistoryStep& step) { return !has_a_date(step.validity); }));
        if (!row.bars.empty()) timeline.rows.push_back(std::move(row));
    }
    if (timeline.rows.empty()) return std::nullopt;
    return timeline;
}

}  // namespace wespol
