// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/home_view.h"

#include "server/browsing/facet_counts.h"
#include "server/pages/county_map.h"
#include "server/pages/labels.h"
#include "server/pages/links.h"
#include "server/pages/page_frame.h"
#include "server/pages/sector_links.h"

#include <algorithm>
#include <array>
#include <utility>

namespace wespol {

namespace {

View figure(const std::string& number, const std::string& label, const std::string& href) {
    View view;
    view["number"] = View(number);
    view["label"] = View(label);
    view["href"] = maybe(href);
    return view;
}

/// The search for everyone, on the day of the page.
SearchRequest on_day_of(const PageContext& context) {
    SearchRequest request;
    if (context.as_of != context.today) request.as_of = context.as_of;
    return request;
}

/// The search for everyone who ever held the mark, whatever its state on the day.
std::string ever_certified_href(const PageContext& context) {
    SearchRequest request = on_day_of(context);
    for (const CertificateState state :
         {CertificateState::valid, CertificateState::uncertain, CertificateState::expired})
        request = request.with(FieldId::certificate_state, std::string(code(state)));
    return search_href(context, request);
}

std::string people_first_href(const PageContext& context) {
    SearchRequest request = on_day_of(context);
    for (const char* form : {"wtz", "zaz", "cis", "kis"})
        if (context.references.legal_form.find(form))
            request = request.with(FieldId::legal_form, form);
    return search_href(context, request);
}

Views figures(const PageContext& context, const Messages& messages,
              const SearchResponse& overview) {
    const std::size_t never =
        facet_count(overview, FieldId::certificate_state, code(CertificateState::never));
    const std::size_t valid =
        facet_count(overview, FieldId::certificate_state, code(CertificateState::valid));
    const std::size_t certified = overview.total - std::min(never, overview.total);

    const bool is_today = context.as_of == context.today;

    Views result;
    result.push_back(figure(messages("count.number", {{"count", overview.total}}),
                            messages("home.figure.entities", {{"count", overview.total}}),
                            search_href(context, on_day_of(context))));
    result.push_back(figure(messages("count.number", {{"count", certified}}),
                            messages("home.figure.certified", {{"count", certified}}),
                            ever_certified_href(context)));
    result.push_back(figure(
        messages("count.number", {{"count", valid}}),
        messages(is_today ? "home.figure.valid" : "home.figure.valid_that_day", {{"count", valid}}),
        filter_href(context, FieldId::certificate_state,
                    std::string(code(CertificateState::valid)))));
    if (overview.ended_total > 0)
        result.push_back(figure(messages("count.number", {{"count", overview.ended_total}}),
                                messages("home.figure.ended", {{"count", overview.ended_total}}),
                                filter_href(context, FieldId::activity, "zakonczony")));
    return result;
}

/// Searches to begin with: a need and a place, one word, an abbreviation, a number.
constexpr std::array kExamples{"home.example.need_and_place", "home.example.need",
                               "home.example.form", "home.example.number"};

Views examples(const PageContext& context, const Messages& messages) {
    Views links;
    for (const char* example : kExamples) {
        SearchRequest request;
        request.text = messages(example);
        View link;
        link["text"] = View(request.text);
        link["href"] = View(search_href(context, request));
        links.push_back(std::move(link));
    }
    return links;
}

Views brand_doors(const PageContext& context) {
    Views doors;
    for (const Brand& brand : context.references.brands) {
        View door;
        door["name"] = View(brand.name);
        door["summary"] = maybe(brand.summary);
        door["href"] = View(brand_href(context, brand.code));
        doors.push_back(std::move(door));
    }
    return doors;
}

}  // namespace

View home_view(const PageContext& context, const Messages& messages,
               const SearchResponse& overview) {
    View view = page_frame(context, messages, "");
    view["header_search"] = View(false);
    put_list(view, "examples", examples(context, messages));
    put_list(view, "sectors", sector_links(context, messages, overview));
    view["map"] =
        county_map(context, messages, facet_counts(overview, FieldId::county), on_day_of(context));
    put_list(view, "figures", figures(context, messages, overview));
    put_list(view, "brand_doors", brand_doors(context));
    view["all_href"] = View(search_href(context, on_day_of(context)));
    view["certified_href"] = View(ever_certified_href(context));
    view["people_first_href"] = View(people_first_href(context));
    return view;
}

}  // namespace wespol
