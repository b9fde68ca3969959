// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/cpv_view.h"

#include "core/support/joined.h"
#include "server/pages/legal_facts_view.h"
#include "server/pages/links.h"
#include "server/pages/page_frame.h"

#include <algorithm>
#include <span>
#include <utility>

namespace wespol {
namespace {

/// As many as the search finds; who is found through a broader code alone is told apart.
std::string supplier_count(const Messages& messages, const CpvCounts& suppliers) {
    if (suppliers.total() == 0) return messages("cpv.nobody");
    if (suppliers.broader == 0) return messages("count.entities", {{"count", suppliers.total()}});
    if (suppliers.broader == suppliers.total())
        return messages("cpv.only_broader", {{"count", suppliers.broader}});
    return messages("cpv.with_broader",
                    {{"count", suppliers.total()}, {"broader", suppliers.broader}});
}

Views industry_links(const PageContext& context, const std::vector<std::string>& industries) {
    Views links;
    for (const std::string& each : industries) {
        View link;
        link["label"] = View(context.references.industry.label(each, context.language));
        link["href"] = View(filter_href(context, FieldId::industry, each));
        links.push_back(std::move(link));
    }
    return links;
}

std::string joined_labels(const PageContext& context, const std::vector<std::string>& industries) {
    return joined(industries, ", ", [&](const std::string& each) {
        return context.references.industry.label(each, context.language);
    });
}

Views found_views(const PageContext& context, const Messages& messages, const CpvFinding& finding) {
    Views views;
    for (const CpvFound& each : finding.codes) {
        View view = cpv_row_view(context, messages, each.code, each.suppliers);
        view["why"] = View(each.industries.empty()
                               ? messages("cpv.by_name")
                               : messages("cpv.by_sector",
                                          {{"sectors", joined_labels(context, each.industries)}}));
        views.push_back(std::move(view));
    }
    return views;
}

void put_finding(View& view, const PageContext& context, const Messages& messages,
                 const CpvFinding& finding) {
    SearchRequest words;
    words.text = finding.text;
    if (context.as_of != context.today) words.as_of = context.as_of;
    view["finding"] = View(true);
    view["found_heading"] =
        View(finding.codes.empty() ? messages("cpv.found_none", {{"text", finding.text}})
                                   : messages("cpv.found_heading", {{"count", finding.codes.size()},
                                                                    {"text", finding.text}}));
    put_list(view, "found", found_views(context, messages, finding));
    put_list(view, "named", industry_links(context, finding.industries));
    put_list(view, "without_code", industry_links(context, finding.without_code));
    view["words_href"] = View(search_href(context, words));
}

/// Codes of one division as rows; how deep each stands is the number of codes above it.
View division_view(const PageContext& context, const Messages& messages,
                   std::span<const CpvCodeCounts> codes) {
    const CpvCodeCounts& head = codes.front();
    View view = cpv_row_view(context, messages, head.code, head.suppliers);
    Views rows;
    for (const CpvCodeCounts& each : codes) {
        View row = cpv_row_view(context, messages, each.code, each.suppliers);
        const std::size_t depth = cpv_ancestors(each.code).size();
        row["depth"] = View(std::to_string(depth));
        rows.push_back(std::move(row));
    }
    put_list(view, "rows", rows);
    return view;
}

Views division_views(const PageContext& context, const Messages& messages,
                     const std::vector<CpvCodeCounts>& codes) {
    Views views;
    for (auto begin = codes.begin(); begin != codes.end();) {
        const auto end = std::find_if(begin, codes.end(), [&](const CpvCodeCounts& each) {
            return cpv_division(each.code) != cpv_division(begin->code);
        });
        views.push_back(division_view(context, messages, {begin, end}));
        begin = end;
    }
    return views;
}

}  // namespace

View cpv_row_view(const PageContext& context, const Messages& messages, const std::string& code,
                  const CpvCounts& suppliers) {
    const Concept* known = context.references.cpv.find(code);
    const bool has_label = known && known->label(context.language) != code;
    View view;
    view["href"] = View(cpv_href(context, code));
    view["code"] = View(code);
    view["label"] = View(has_label ? known->label(context.language) : messages("cpv.no_label"));
    view["is_listed"] = View(known && known->art_361.value_or(false));
    view["count"] = View(supplier_count(messages, suppliers));
    view["is_none"] = View(suppliers.exact + suppliers.narrower == 0);
    return view;
}

void put_art_361_list(View& view, const PageContext& context, const Messages& messages) {
    const std::vector<Concept>& codes = context.references.cpv.concepts();
    const auto listed = std::ranges::count_if(
        codes, [](const Concept& each) { return each.art_361.value_or(false); });
    view["has_list"] = View(listed > 0);
    view["list_size"] =
        View(messages("cpv.art_361.size", {{"count", static_cast<std::size_t>(listed)}}));
    const auto source =
        std::ranges::find_if(context.references.cpv_sources, [](const CpvSource& each) {
            return std::ranges::find(each.gives, "art_361") != each.gives.end();
        });
    const bool has_source = source != context.references.cpv_sources.end();
    view["list_title"] = has_source ? View(source->title) : View(false);
    view["list_read_on"] = has_source && source->provenance.as_of
                               ? View(messages.date(*source->provenance.as_of))
                               : View(false);
    put_list(view, "list_sources", has_source ? source_views(source->provenance.urls) : Views{});
}

View cpv_view(const PageContext& context, const Messages& messages, const CpvPage& page) {
    View view = page_frame(context, messages, messages("cpv.heading"));
    view["asked"] = View(page.finding ? page.finding->text : page.no_code);
    view["no_code"] = maybe(page.no_code);
    view["cut_off"] = maybe(page.cut_off);
    view["finding"] = View(false);
    if (page.finding) put_finding(view, context, messages, *page.finding);
    put_art_361_list(view, context, messages);
    view["overview"] = View(messages("cpv.overview", {{"codes", page.overview.codes.size()},
                                                      {"count", page.overview.suppliers}}));
    put_list(view, "divisions", division_views(context, messages, page.overview.codes));
    return view;
}

}  // namespace wespol
