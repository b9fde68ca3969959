// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/support_centre_view.h"

#include "core/catalogue/certificate_doubt.h"
#include "core/support/joined.h"
#include "server/pages/certificate_view.h"
#include "server/pages/labels.h"
#include "server/pages/legal_facts_view.h"
#include "server/pages/links.h"
#include "server/pages/page_frame.h"

#include <algorithm>
#include <set>
#include <utility>

namespace wespol {
namespace {

std::vector<const County*> counties_in(const Subregion& subregion, const Region& region) {
    std::vector<const County*> counties;
    for (const County& county : region.counties())
        if (county.subregion == subregion.code) counties.push_back(&county);
    return counties;
}

std::string names_of(const std::vector<const County*>& counties, Language language) {
    std::vector<std::string> names;
    names.reserve(counties.size());
    for (const County* county : counties)
        names.push_back(short_county_name(*county, language));
    return joined(names, ", ");
}

View period_view(const Messages& messages, const SupportPeriod& period) {
    View view;
    view["from"] = period.from
                       ? View(messages("period.from", {{"day", messages.date(*period.from)}}))
                       : View(false);
    view["until"] = period.until
                        ? View(messages("period.until", {{"day", messages.date(*period.until)}}))
                        : View(false);
    view["period_note"] = maybe(period.note);
    put_list(view, "period_sources", source_views(period.sources));
    return view;
}

/// A cell of the table: how many, and the search that finds them.
View cell(const PageContext& context, const Messages& messages, const SearchRequest& request,
          std::size_t count, const std::string& what) {
    View view;
    view["number"] = View(messages("count.number", {{"count", count}}));
    view["empty"] = View(count == 0);
    view["href"] = View(search_href(context, request));
    view["what"] = View(what);
    return view;
}

void put_table(View& view, const PageContext& context, const Messages& messages,
               const SupportCentrePage& page) {
    const SectorTable& table = page.table;
    SearchRequest anywhere = page.area;
    anywhere.filters.clear();
    const auto narrowed = [&](const Concept* sector, const County* county) {
        SearchRequest request = county ? anywhere.with(FieldId::county, county->code) : page.area;
        return sector ? request.with(FieldId::industry, sector->code) : request;
    };

    Views heads, totals;
    for (std::size_t i = 0; i < table.counties.size(); ++i) {
        const County* county = table.counties[i];
        View head;
        head["name"] = View(short_county_name(*county, context.language));
        heads.push_back(std::move(head));
        totals.push_back(cell(context, messages, narrowed(nullptr, county), table.totals[i],
                              *county_name(context, messages, county->code)));
    }
    Views rows;
    for (const SectorRow& row : table.rows) {
        const std::string& label = row.sector->label(context.language);
        Views cells;
        for (std::size_t i = 0; i < table.counties.size(); ++i)
            cells.push_back(
                cell(context, messages, narrowed(row.sector, table.counties[i]), row.counts[i],
                     label + ", " + *county_name(context, messages, table.counties[i]->code)));
        View each;
        each["label"] = View(label);
        each["href"] = View(sector_href(context, row.sector->code));
        each["cells"] = View(cells);
        each["sum"] = cell(context, messages, narrowed(row.sector, nullptr), row.total, label);
        rows.push_back(std::move(each));
    }
    put_list(view, "rows", rows);
    put_list(view, "counties", heads);
    put_list(view, "totals", totals);
    view["sum"] = cell(context, messages, page.area, table.total, "");
}

View ending_view(const PageContext& context, const Messages& messages,
                 const EndingCertificate& ending) {
    const Certificate& certificate = ending.certificate.certificate;
    View view;
    view["holder"] = View(ending.holder);
    view["href"] = View(entity_href(context, ending.holder_id));
    view["subject"] = maybe(certificate.subject);
    view["last_day"] = View(end_in_words(messages, ending.certificate.validity));
    view["remark"] = certificate.year_inferred
                         ? View(std::string(year_inferred_in(context.language)))
                         : View(false);
    return view;
}

Views ending_group_views(const PageContext& context, const Messages& messages,
                         const std::vector<EndingCertificate>& ending) {
    Views groups;
    for (const EndingGroup& each : ending_groups(ending, context.as_of)) {
        Views certificates;
        for (const EndingCertificate& certificate : each.certificates)
            certificates.push_back(ending_view(context, messages, certificate));
        View group;
        group["heading"] =
            View(each.days ? messages("owes.ending_within",
                                      {{"days", static_cast<std::size_t>(*each.days)}})
                           : messages("owes.ending_unsettled"));
        group["certificates"] = View(certificates);
        groups.push_back(std::move(group));
    }
    return groups;
}

/// "od: 2015, do: 2018", "nie wiemy, czy w dniu 1.06.2015 działał".
std::string how_known(const PageContext& context, const Messages& messages,
                      const CentreOnDay& found) {
    std::vector<std::string> parts;
    if (found.serving != Serving::surely)
        parts.push_back(
            messages(found.serving == Serving::maybe ? "owes.maybe_on_day" : "owes.not_on_day",
                     {{"day", messages.day(context.as_of)}}));
    if (found.period && found.period->from)
        parts.push_back(messages("period.from", {{"day", messages.date(*found.period->from)}}));
    if (found.period && found.period->until)
        parts.push_back(messages("period.until", {{"day", messages.date(*found.period->until)}}));
    return joined(parts, ", ");
}

/// Of a centre that is none of the day's: what our sources say of it now, or of that day.
std::string other_state(const PageContext& context, const Messages& messages,
                        const SupportCentre& centre) {
    if (context.as_of == context.today) return messages("owes.state." + centre.state);
    return how_known(context, messages, centre_on(centre, context.as_of, context.today));
}

}  // namespace

Views centre_cards_on_day(const PageContext& context, const Messages& messages,
                          std::string_view subregion) {
    Views cards;
    for (const CentreOnDay& found :
         centres_on(context.references.support_centres, subregion, context.as_of, context.today)) {
        View card = support_centre_card(context, *found.centre);
        card["how_known"] = maybe(how_known(context, messages, found));
        card["run_by"] = found.centre->operator_name
                             ? View(with_full_stop(*found.centre->operator_name))
                             : View(false);
        cards.push_back(std::move(card));
    }
    return cards;
}

View support_centre_card(const PageContext& context, const SupportCentre& centre) {
    const auto href = centre.website ? web_href(*centre.website) : std::nullopt;
    View view;
    view["name"] = View(centre.name);
    view["href"] = View(support_centre_href(context, centre.id));
    view["run_by"] = maybe(centre.operator_name);
    view["centre_phone"] = maybe(centre.phone);
    view["centre_phone_href"] = centre.phone ? maybe(phone_href(*centre.phone)) : View(false);
    view["centre_email"] = maybe(centre.email);
    view["centre_email_href"] = centre.email ? maybe(mail_href(*centre.email)) : View(false);
    view["centre_website"] = href ? View(web_label(*href)) : View(false);
    view["centre_website_href"] = maybe(href);
    return view;
}

View support_centres_view(const PageContext& context, const Messages& messages) {
    const References& references = context.references;
    View view = page_frame(context, messages, messages("owes.heading"));
    Views subregions;
    std::set<std::string_view> told;
    for (const Subregion& subregion : references.region.subregions()) {
        for (const CentreOnDay& found :
             centres_on(references.support_centres, subregion.code, context.as_of, context.today))
            told.insert(found.centre->id);
        View each;
        each["subregion"] = View(
            messages("owes.subregion", {{"name", subregion_name(subregion, context.language)}}));
        each["counties"] =
            View(names_of(counties_in(subregion, references.region), context.language));
        put_list(each, "centres", centre_cards_on_day(context, messages, subregion.code));
        each["none"] = View(messages("owes.none_on_day", {{"day", messages.day(context.as_of)}}));
        subregions.push_back(std::move(each));
    }
    Views others;
    for (const SupportCentre& centre : references.support_centres) {
        if (centre.kind != "owes" || told.contains(centre.id)) continue;
        View each = support_centre_card(context, centre);
        each["state"] = View(other_state(context, messages, centre));
        others.push_back(std::move(each));
    }
    put_list(view, "subregions", subregions);
    put_list(view, "others", others);
    return view;
}

View support_centre_view(const PageContext& context, const Messages& messages,
                         const SupportCentrePage& page) {
    const SupportCentre& centre = *page.centre;
    View view = page_frame(context, messages, centre.name);
    view["centre"] = support_centre_card(context, centre);
    const CentreOnDay on_day = centre_on(centre, context.as_of, context.today);
    view["state"] = on_day.serving == Serving::surely
                        ? View(false)
                        : View(how_known(context, messages, {&centre, on_day.serving, nullptr}));
    view["operator_href"] =
        centre.operator_id ? View(entity_href(context, *centre.operator_id)) : View(false);
    view["run_by"] = maybe(centre.operator_name);
    view["street"] = maybe(centre.street);
    view["postal_code"] = maybe(centre.postal_code);
    view["town"] = maybe(centre.town);
    view["accreditation"] = maybe(centre.accreditation);
    view["note"] = maybe(centre.note);
    view["names"] = maybe(names_of(page.table.counties, context.language));
    Views periods;
    for (const SupportPeriod& period : centre.periods)
        periods.push_back(period_view(messages, period));
    put_list(view, "periods", periods);
    put_list(view, "sources", source_views(centre.provenance.urls));

    put_table(view, context, messages, page);
    put_list(view, "ending_groups", ending_group_views(context, messages, page.ending));
    SearchRequest undated = page.area;
    undated.as_of.reset();
    view["calendar_href"] = View("/api/v1/entities.ics?" + canonical_query(undated));
    view["xlsx_href"] = View("/api/v1/entities.xlsx?" + canonical_query(page.area));
    view["csv_href"] = View("/api/v1/entities.csv?" + canonical_query(page.area));
    view["all_href"] = View(search_href(context, page.area));
    return view;
}

}  // namespace wespol
