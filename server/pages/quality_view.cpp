// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/quality_view.h"

#include "server/pages/page_frame.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace wespol {

namespace {

/// "312 z 354 (88%)". The part is cut off, not rounded: nearly all is not all.
std::string share_text(const Messages& messages, std::size_t part, std::size_t whole) {
    const std::size_t percent = whole == 0 ? 0 : part * 100 / whole;
    const bool is_hardly_any = part > 0 && percent == 0;
    return messages(is_hardly_any ? "quality.share_below_one" : "quality.share",
                    {{"part", part}, {"whole", whole}, {"percent", percent}});
}

/// `width`: of a hundred; the bar is as long as the share, whatever the longest one is.
View bar(const Messages& messages, const std::string& label, std::size_t part, std::size_t whole) {
    const double share = whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
    View view;
    view["label"] = View(label);
    view["share"] = View(share_text(messages, part, whole));
    view["width"] = View(fmt::format("{:.1f}", share * 100));
    return view;
}

View figure(const Messages& messages, const std::string& name, std::size_t number) {
    View view;
    view["number"] = View(messages("count.number", {{"count", number}}));
    view["label"] = View(messages("quality.figure." + name, {{"count", number}}));
    return view;
}

Views coverage(const Messages& messages, const QualityFigures& figures) {
    Views bars;
    for (const NamedCount& each : figures.coverage) {
        const std::string key = "field." + each.name;  // a generation may know fields we do not
        bars.push_back(bar(messages, messages.has(key) ? messages(key) : each.name, each.number,
                           figures.count("entities")));
    }
    return bars;
}

/// The newest year first, what has no date last.
Views ages(const Messages& messages, const QualityFigures& figures) {
    const std::size_t entities = figures.count("entities");
    Views bars;
    for (const auto& [year, number] : figures.age.by_year)
        bars.push_back(bar(messages, std::to_string(year), number, entities));
    std::ranges::reverse(bars);
    if (figures.age.undated > 0)
        bars.push_back(bar(messages, messages("quality.undated"), figures.age.undated, entities));
    return bars;
}

Views sources(const Messages& messages, const QualityFigures& figures) {
    Views rows;
    for (const SourceFigures& each : figures.sources) {
        View row;
        row["file"] = View(each.file);
        row["rows"] = View(messages("count.number", {{"count", each.rows}}));
        row["rejected"] = View(messages("count.number", {{"count", each.rejected}}));
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace

void put_figures(View& view, const Messages& messages, const QualityFigures& figures) {
    Views counts;
    for (const char* name : {"entities", "certificates", "products"})
        counts.push_back(figure(messages, name, figures.count(name)));
    put_list(view, "figures", counts);
    put_list(view, "sources", sources(messages, figures));
}

View quality_view(const PageContext& context, const Messages& messages,
                  const QualityFigures& figures) {
    View view = page_frame(context, messages, messages("quality.heading"));
    put_figures(view, messages, figures);
    put_list(view, "coverage", coverage(messages, figures));
    put_list(view, "ages", ages(messages, figures));
    const std::size_t certificates = figures.count("certificates");
    Views holders;
    holders.push_back(bar(messages, messages("quality.with_holder"),
                          figures.certificates_with_holder, certificates));
    holders.push_back(bar(messages, messages("quality.without_holder"),
                          figures.certificates_without_holder, certificates));
    put_list(view, "holders", holders);
    const std::size_t merged = figures.count("entities_in_several_sources");
    view["merged"] =
        merged == 0 ? View(false) : View(messages("quality.merged", {{"count", merged}}));
    return view;
}

}  // namespace wespol
