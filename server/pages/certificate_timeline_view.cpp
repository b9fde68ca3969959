// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/certificate_timeline_view.h"

#include "server/pages/certificate_timeline.h"
#include "server/pages/certificate_view.h"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace wespol {

namespace {

// Downwards the picture is measured in rem: it grows with the letters of the page.
constexpr double kTop = 1.9;  ///< room for the words of the day
constexpr double kLane = 1.5;
constexpr double kBar = 0.95;
constexpr double kFoot = 1.6;  ///< room for the years
constexpr double kTick = 0.35;
constexpr double kNearEdge = 0.25;

std::string across(double part) {
    return fmt::format("{:.2f}%", part * 100);
}
std::string down(double rem) {
    return fmt::format("{:.2f}rem", rem);
}

View stretch_view(const TimelineStretch& stretch) {
    View view;
    view["x"] = View(across(stretch.from));
    view["end_x"] = View(across(stretch.to));
    view["width"] = View(across(stretch.to - stretch.from));
    return view;
}

Views stretch_views(const std::vector<TimelineStretch>& stretches) {
    Views views;
    for (const TimelineStretch& each : stretches)
        views.push_back(stretch_view(each));
    return views;
}

/// "18.12.2014 – 18.12.2015", as uncertain as the dates are.
std::string period_in_words(const Messages& messages, const CertificateHit& hit) {
    const auto& granted_on = hit.certificate.granted_on;
    return fmt::format("{} – {}",
                       granted_on ? messages.date(*granted_on) : messages("date.unknown"),
                       end_in_words(messages, hit.validity));
}

View bar_view(const Messages& messages, const TimelineBar& bar,
              const std::vector<CertificateHit>& hits) {
    const auto hit = std::ranges::find(
        hits, bar.certificate,
        [](const CertificateHit& each) -> const std::string& { return each.certificate.id; });
    const double top = kTop + kLane * static_cast<double>(bar.lane) + (kLane - kBar) / 2;
    View view;
    view["period"] = View(period_in_words(messages, *hit));
    view["y"] = View(down(top));
    view["middle_y"] = View(down(top + kBar / 2));
    view["bar_height"] = View(down(kBar));
    view["certain"] = bar.certain ? stretch_view(*bar.certain) : View(false);
    put_list(view, "uncertain", stretch_views(bar.uncertain));
    view["granted_x"] = bar.granted_at ? View(across(*bar.granted_at)) : View(false);
    return view;
}

View row_view(const Messages& messages, const CertificateTimeline& timeline, const TimelineRow& row,
              const std::vector<CertificateHit>& hits, const std::string& day) {
    Views bars;
    std::string periods;
    for (const TimelineBar& bar : row.bars) {
        bars.push_back(bar_view(messages, bar, hits));
        periods += (periods.empty() ? "" : "; ") + bars.back().get("period")->string_value();
    }
    const double axis = kTop + kLane * static_cast<double>(row.lanes);
    View view;
    view["timeline_subject"] = maybe(row.subject);
    view["picture_name"] = View(messages("timeline.name", {{"periods", periods}, {"day", day}}));
    view["height"] = View(down(axis + kFoot));
    view["axis_y"] = View(down(axis));
    view["tick_y"] = View(down(axis + kTick));
    view["year_y"] = View(down(axis + kFoot - 0.4));
    view["gap_y"] = View(down(kTop + kLane / 2));
    put_list(view, "bars", bars);
    put_list(view, "gaps", stretch_views(row.gaps));
    view["day_x"] = View(across(timeline.day));
    view["day_top"] = View(down(kTop - 0.5));
    view["day_words_y"] = View(down(kTop - 0.8));
    view["day_anchor"] = View(timeline.day < kNearEdge       ? "start"
                              : timeline.day > 1 - kNearEdge ? "end"
                                                             : "middle");
    return view;
}

}  // namespace

void put_certificate_timeline(View& view, const PageContext& context, const Messages& messages,
                              const std::vector<CertificateHit>& hits) {
    std::vector<Certificate> certificates;
    certificates.reserve(hits.size());
    for (const CertificateHit& hit : hits)
        certificates.push_back(hit.certificate);
    const auto timeline = certificate_timeline(certificate_histories(certificates), context.as_of);
    put_list(view, "timelines", {});
    if (!timeline) return;

    const std::string day = messages.day(context.as_of);
    Views years, ticks, rows;
    for (const TimelineYear& each : timeline->years) {
        View year;
        year["x"] = View(across(each.at));
        year["year"] = View(std::to_string(each.year));
        years.push_back(std::move(year));
    }
    for (const double at : timeline->ticks) {
        View tick;
        tick["x"] = View(across(at));
        ticks.push_back(std::move(tick));
    }
    bool has_certain = false, has_uncertain = false, has_granted = false, has_gap = false;
    for (const TimelineRow& row : timeline->rows) {
        View each = row_view(messages, *timeline, row, hits, day);
        // An id of the page: pictures do not share the hatching, as a hidden one would hide it.
        each["hatching"] = View(fmt::format("kreski-{}", rows.size() + 1));
        rows.push_back(std::move(each));
        has_gap = has_gap || !row.gaps.empty();
        for (const TimelineBar& bar : row.bars) {
            has_certain = has_certain || bar.certain;
            has_uncertain = has_uncertain || !bar.uncertain.empty();
            has_granted = has_granted || bar.granted_at;
        }
    }
    put_list(view, "timelines", rows);
    put_list(view, "timeline_years", years);
    put_list(view, "timeline_ticks", ticks);
    view["day_words"] = View(messages(
        context.as_of == context.today ? "timeline.today" : "timeline.day", {{"day", day}}));
    view["has_certain"] = View(has_certain);
    view["has_hatching"] = View(has_uncertain);
    view["has_granted"] = View(has_granted);
    view["has_gap"] = View(has_gap);
    view["timeline_undated"] =
        timeline->undated > 0 ? View(messages("timeline.undated", {{"count", timeline->undated}}))
                              : View(false);
}

}  // namespace wespol
