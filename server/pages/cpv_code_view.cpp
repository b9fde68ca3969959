// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/cpv_code_view.h"

#include "server/pages/cpv_view.h"
#include "server/pages/labels.h"
#include "server/pages/legal_facts_view.h"
#include "server/pages/links.h"
#include "server/pages/page_frame.h"

#include <optional>
#include <utility>

namespace wespol {
namespace {

std::string keyed(std::string_view beginning, CpvRelation relation) {
    return std::string(beginning) + std::string(code(relation));
}

std::string number_of(const std::string& code, const Concept* known) {
    return known && known->check_digit ? code + '-' + *known->check_digit : code;
}

View link_view(const PageContext& context, const std::string& code) {
    View view;
    view["href"] = View(cpv_href(context, code));
    view["code"] = View(code);
    view["label"] = View(context.references.cpv.label(code, context.language));
    return view;
}

Views links_to(const PageContext& context, const std::vector<std::string>& codes) {
    Views views;
    for (const std::string& each : codes)
        views.push_back(link_view(context, each));
    return views;
}

View supplier_view(const PageContext& context, const Messages& messages, const Hit& hit) {
    View view;
    view["href"] = View(entity_href(context, hit.entity.id));
    view["name"] = View(hit.entity.name);
    view["place"] = maybe(place_name(context, messages, hit.entity));
    put_list(view, "labels", hit_labels(context, messages, hit));
    return view;
}

Views supplier_views(const PageContext& context, const Messages& messages,
                     const std::vector<Hit>& hits) {
    Views views;
    for (const Hit& each : hits)
        views.push_back(supplier_view(context, messages, each));
    return views;
}

/// Those that are shown, and how many more there are.
void put_suppliers(View& view, const PageContext& context, const Messages& messages,
                   const std::vector<Hit>& first, std::size_t total) {
    put_list(view, "suppliers", supplier_views(context, messages, first));
    view["others"] = total > first.size()
                         ? View(messages("cpv.others", {{"count", total - first.size()}}))
                         : View(false);
}

Views group_views(const PageContext& context, const Messages& messages, const CpvRecord& record) {
    Views views;
    for (const CpvGroup& group : record.groups) {
        if (group.total == 0) continue;
        View view;
        view["heading"] = View(messages(keyed("cpv.group.", group.relation)));
        view["count"] = View(messages("count.entities", {{"count", group.total}}));
        view["meaning"] = View(messages(keyed("cpv.group_means.", group.relation)));
        view["mentioned"] = group.mentioned > 0
                                ? View(messages("cpv.mentioned", {{"count", group.mentioned}}))
                                : View(false);
        put_suppliers(view, context, messages, group.first, group.total);
        views.push_back(std::move(view));
    }
    return views;
}

Views sector_views(const PageContext& context, const Messages& messages,
                   const std::vector<CpvSector>& sectors) {
    Views views;
    for (const CpvSector& sector : sectors) {
        View view;
        view["sector"] = View(context.references.industry.label(sector.industry, context.language));
        view["sector_href"] = View(filter_href(context, FieldId::industry, sector.industry));
        view["how"] = View(messages(keyed("cpv.relation.", sector.relation)));
        put_list(view, "by",
                 sector.relation == CpvRelation::exact ? Views{} : links_to(context, sector.by));
        views.push_back(std::move(view));
    }
    return views;
}

/// Whether the code is on the list, where that is known: the list is closed, so a code that the
/// vocabulary lacks is not on it, as soon as the vocabulary has the list.
std::optional<bool> is_listed(const PageContext& context, const Concept* known) {
    if (known) return known->art_361;
    for (const Concept& each : context.references.cpv.concepts())
        if (each.art_361.value_or(false)) return false;
    return std::nullopt;
}

Views source_views_of(const PageContext& context, const Messages& messages, const Concept* known) {
    Views views;
    if (!known) return views;
    for (const std::string& each : known->sources) {
        const CpvSource* source = context.references.cpv_source(each);
        if (!source) continue;
        View view;
        view["title"] = View(source->title);
        view["licence"] = maybe(source->licence);
        view["read_on"] =
            source->provenance.as_of ? View(messages.date(*source->provenance.as_of)) : View(false);
        put_list(view, "pages", source_views(source->provenance.urls));
        views.push_back(std::move(view));
    }
    return views;
}

SearchRequest search_of(const PageContext& context, const std::string& code) {
    SearchRequest search;
    if (context.as_of != context.today) search.as_of = context.as_of;
    return search.with(FieldId::cpv, code);
}

void put_art_361(View& view, const PageContext& context, const Messages& messages,
                 const Concept* known) {
    put_art_361_list(view, context, messages);
    const std::optional<bool> listed = is_listed(context, known);
    view["is_listed"] = View(listed.value_or(false));
    view["is_not_listed"] = View(listed && !*listed);
}

}  // namespace

View cpv_code_view(const PageContext& context, const Messages& messages, const CpvCodePage& page) {
    const CpvRecord& record = page.record;
    const Concept* known = context.references.cpv.find(record.code);
    const bool has_label = known && known->label(context.language) != record.code;
    const std::string number = number_of(record.code, known);
    const std::string heading =
        has_label ? known->label(context.language) : messages("cpv.code", {{"code", number}});
    View view = page_frame(
        context, messages,
        has_label ? messages("cpv.title", {{"code", number}, {"label", heading}}) : heading);
    view["heading"] = View(heading);
    view["heading_is_polish"] = View(has_label);
    view["number"] = has_label ? View(number) : View(false);
    view["is_unknown"] = View(known == nullptr);
    view["wrong_check_digit"] =
        page.wrong_check_digit.empty()
            ? View(false)
            : View(messages("cpv.wrong_check_digit",
                            {{"written", page.wrong_check_digit}, {"right", number}}));
    put_list(view, "above", links_to(context, record.above));
    Views below;
    for (const CpvCodeCounts& each : record.below)
        below.push_back(cpv_row_view(context, messages, each.code, each.suppliers));
    put_list(view, "below", below);

    const SearchRequest search = search_of(context, record.code);
    const SearchRequest certified =
        search.with(FieldId::certificate_state, std::string(code(CertificateState::valid)));
    view["found"] = View(record.total > 0);
    view["total"] = View(
        record.total == 0
            ? messages("cpv.total_none")
            : messages("cpv.total", {{"count", record.total},
                                     {"exact", record.group(CpvRelation::exact).total},
                                     {"broader", record.group(CpvRelation::broader).total},
                                     {"narrower", record.group(CpvRelation::narrower).total}}));
    view["all_href"] = View(search_href(context, search));
    view["protocol_href"] =
        is_of_another_day(context) ? View(false) : View(protocol_href(context, search));
    put_list(view, "sectors", sector_views(context, messages, record.sectors));
    put_list(view, "groups", group_views(context, messages, record));

    view["certified_total"] = View(messages(
        "cpv.certified", {{"count", record.certified}, {"day", messages.day(context.as_of)}}));
    view["certified_href"] =
        record.certified > 0 ? View(search_href(context, certified)) : View(false);
    view["certified"] = View(false);
    if (record.certified > 0) {
        View certified_suppliers;
        put_suppliers(certified_suppliers, context, messages, record.first_certified,
                      record.certified);
        view["certified"] = std::move(certified_suppliers);
    }

    put_art_361(view, context, messages, known);
    put_list(view, "code_sources", source_views_of(context, messages, known));
    view["api_href"] = View(api_href(context, "/api/v1/cpv/" + record.code));
    return view;
}

}  // namespace wespol
