// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/sectors_view.h"

#include "server/browsing/facet_counts.h"
#include "server/pages/county_map.h"
#include "server/pages/labels.h"
#include "server/pages/links.h"
#include "server/pages/page_frame.h"

#include <algorithm>
#include <utility>

namespace wespol {
namespace {

View sector_link(const PageContext& context, const Messages& messages, const Concept& sector,
                 std::size_t count) {
    View view;
    view["code"] = View(sector.code);
    view["label"] = View(sector.label(context.language));
    view["href"] = View(sector_href(context, sector.code));
    view["number"] = View(messages("count.number", {{"count", count}}));
    view["count"] = View(messages("count.entities", {{"count", count}}));
    view["nobody"] = View(count == 0);
    return view;
}

/// The sectors for which `is_wanted` holds, greatest first, then by name.
template <class IsWanted>
Views sector_links_where(const PageContext& context, const Messages& messages,
                         const SearchResponse& overview, IsWanted is_wanted) {
    std::vector<std::pair<std::size_t, const Concept*>> wanted;
    for (const Concept& sector : context.references.industry.concepts())
        if (is_wanted(sector))
            wanted.emplace_back(facet_count(overview, FieldId::industry, sector.code), &sector);
    std::ranges::stable_sort(wanted,
                             [](const auto& a, const auto& b) { return a.first > b.first; });
    Views views;
    for (const auto& [count, sector] : wanted)
        views.push_back(sector_link(context, messages, *sector, count));
    return views;
}

Views narrower_links(const PageContext& context, const Messages& messages,
                     const SearchResponse& overview, const Concept& broader) {
    return sector_links_where(context, messages, overview,
                              [&](const Concept& each) { return each.broader == broader.code; });
}

/// Where nobody of the sector is known.
Views empty_counties(const PageContext& context, const Messages& messages,
                     const CountyCounts& counts) {
    Views views;
    for (const County& county : context.references.region.counties()) {
        const auto found = counts.find(county.code);
        if (found != counts.end() && found->second > 0) continue;
        View view;
        view["name"] = View(*county_name(context, messages, county.code));
        views.push_back(std::move(view));
    }
    return views;
}

Views entity_links(const PageContext& context, const Messages& messages,
                   const SearchResponse& found) {
    Views views;
    for (const Hit& hit : found.hits) {
        View view;
        view["name"] = View(hit.entity.name);
        view["href"] = View(entity_href(context, hit.entity.id));
        view["form"] =
            View(context.references.legal_form.label(hit.entity.legal_form, context.language));
        view["place"] = maybe(place_name(context, messages, hit.entity));
        views.push_back(std::move(view));
    }
    return views;
}

/// Who ever held the mark, by the states that anyone is in.
Views state_links(const PageContext& context, const Messages& messages, const SectorPage& page) {
    Views views;
    for (const CertificateState state :
         {CertificateState::valid, CertificateState::uncertain, CertificateState::expired}) {
        const std::size_t count = facet_count(page.found, FieldId::certificate_state, code(state));
        if (count == 0) continue;
        SearchRequest request = page.found.request;
        request.page_size = kDefaultPageSize;
        View view = mark_label(context, messages, state);
        view["href"] = View(search_href(
            context, request.with(FieldId::certificate_state, std::string(code(state)))));
        view["number"] = View(messages("count.number", {{"count", count}}));
        views.push_back(std::move(view));
    }
    return views;
}

Views cpv_links(const PageContext& context, const Concept& sector) {
    Views views;
    for (const std::string& cpv : sector.cpv) {
        View view;
        view["code"] = View(cpv);
        view["label"] = View(context.references.cpv.label(cpv, context.language));
        views.push_back(std::move(view));
    }
    return views;
}

}  // namespace

View sectors_view(const PageContext& context, const Messages& messages,
                  const SearchResponse& overview) {
    View view = page_frame(context, messages, messages("sectors.heading"));
    Views groups;
    for (const Concept& sector : context.references.industry.concepts()) {
        if (sector.broader) continue;
        View group = sector_link(context, messages, sector,
                                 facet_count(overview, FieldId::industry, sector.code));
        put_list(group, "below",
                 sector_links_where(context, messages, overview, [&](const Concept& each) {
                     const auto path = context.references.industry.with_broader(each.code);
                     return each.code != sector.code && path.back() == sector.code;
                 }));
        groups.push_back(std::move(group));
    }
    put_list(view, "groups", groups);
    return view;
}

View sector_view(const PageContext& context, const Messages& messages, const SectorPage& page) {
    const Concept& sector = *page.sector;
    const std::string label = sector.label(context.language);
    View view = page_frame(context, messages, label);
    SearchRequest everyone = page.found.request;
    everyone.page_size = kDefaultPageSize;

    view["label"] = View(label);
    view["code"] = View(sector.code);
    view["count"] = View(messages("count.entities", {{"count", page.found.total}}));
    view["nobody"] = View(page.found.total == 0);
    view["all_href"] = View(search_href(context, everyone));
    view["more"] = View(page.found.total > page.found.hits.size());
    view["xlsx_href"] = View("/api/v1/entities.xlsx?" + canonical_query(everyone));

    view["broader"] = View(false);
    if (sector.broader)
        if (const Concept* broader = context.references.industry.find(*sector.broader))
            view["broader"] =
                sector_link(context, messages, *broader,
                            facet_count(page.overview, FieldId::industry, broader->code));
    put_list(view, "narrower", narrower_links(context, messages, page.overview, sector));
    put_list(view, "related",
             sector_links_where(context, messages, page.overview, [&](const Concept& each) {
                 return std::ranges::find(sector.related, each.code) != sector.related.end();
             }));

    const CountyCounts counts = facet_counts(page.found, FieldId::county);
    view["map"] = county_map(context, messages, counts, everyone);
    put_list(view, "empty_counties", empty_counties(context, messages, counts));
    put_list(view, "entities", entity_links(context, messages, page.found));
    put_list(view, "states", state_links(context, messages, page));
    put_list(view, "cpv", cpv_links(context, sector));
    return view;
}

}  // namespace wespol
