// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/facet_view.h"

#include "server/pages/links.h"
#include "server/pages/understood_view.h"

#include <algorithm>
#include <array>
#include <utility>

namespace wespol {

namespace {

/// A facet longer than this leaves out the values that would find nothing (226 gminy).
constexpr std::size_t kLongestWithEmptyValues = 40;

/// Facets that stand open; the others open when one of their values is chosen.
constexpr std::array kOpenFacets{FieldId::industry, FieldId::county, FieldId::legal_form,
                                 FieldId::certificate_state};

/// Read out of the words, not chosen: the form must not send it, or it would outlive the words.
bool is_read(const SearchResponse& response, FieldId field, const FacetValue& value) {
    return value.selected && !response.request.is_selected(field, value.code);
}

std::string switch_off_href(const PageContext& context, const SearchResponse& response,
                            FieldId field) {
    const bool is_state = field == FieldId::certificate_state || field == FieldId::status;
    return search_href(context, without_reading(response.request, is_state ? ReadingPart::state
                                                                           : ReadingPart::place));
}

View value_view(const PageContext& context, const Messages& messages,
                const SearchResponse& response, const Field& field, const FacetValue& value) {
    View view;
    view["id"] = View("f-" + std::string(field.parameter) + "-" + value.code);
    view["code"] = View(value.code);
    view["label"] = View(value.label);
    view["count"] = View(messages("count.number", {{"count", value.count}}));
    view["is_polish"] =
        View(field.id == FieldId::municipality || field.id == FieldId::brand);  // proper names
    view["selected"] = View(value.selected);
    view["read_href"] = is_read(response, field.id, value)
                            ? View(switch_off_href(context, response, field.id))
                            : View(false);
    view["empty"] = View(value.count == 0 && !value.selected);
    return view;
}

bool is_shown(const Facet& facet, const FacetValue& value) {
    return value.selected || value.count > 0 || facet.values.size() <= kLongestWithEmptyValues;
}

bool says_something(const Facet& facet) {
    return std::any_of(facet.values.begin(), facet.values.end(),
                       [](const FacetValue& value) { return value.selected || value.count > 0; });
}

View chip(const PageContext& context, const std::string& kind, const std::string& label,
          const SearchRequest& without_it) {
    View view;
    view["kind"] = View(kind);
    view["label"] = View(label);
    view["href"] = View(search_href(context, without_it));
    return view;
}

const std::string* label_in(const SearchResponse& response, FieldId field, std::string_view code) {
    for (const Facet& facet : response.facets) {
        if (facet.field != field) continue;
        for (const FacetValue& value : facet.values)
            if (value.code == code) return &value.label;
    }
    return nullptr;
}

std::string facet_label(const Messages& messages, const SearchResponse& response, FieldId field) {
    for (const Facet& facet : response.facets)
        if (facet.field == field) return facet.label;
    return messages("filter." + std::string(wespol::field(field).parameter));
}

}  // namespace

Views facet_views(const PageContext& context, const Messages& messages,
                  const SearchResponse& response) {
    Views facets;
    for (const Facet& facet : response.facets) {
        if (!says_something(facet)) continue;
        const Field& schema = field(facet.field);
        Views first, more;
        bool has_selection = false;
        for (const FacetValue& value : facet.values) {
            if (!is_shown(facet, value)) continue;
            has_selection = has_selection || value.selected;
            const bool before_fold = value.selected || first.size() < kValuesBeforeFold;
            (before_fold ? first : more)
                .push_back(value_view(context, messages, response, schema, value));
        }
        const bool stands_open =
            std::find(kOpenFacets.begin(), kOpenFacets.end(), facet.field) != kOpenFacets.end();

        View view;
        view["parameter"] = View(std::string(schema.parameter));
        view["legend"] = View(facet.label);
        view["open"] = View(stands_open || has_selection);
        view["asks_day"] = View(facet.field == FieldId::certificate_state);
        view["more_label"] = View(messages("facet.more", {{"count", more.size()}}));
        put_list(view, "values", first);
        put_list(view, "more", more);
        facets.push_back(std::move(view));
    }
    return facets;
}

Views chip_views(const PageContext& context, const Messages& messages,
                 const SearchResponse& response) {
    const SearchRequest& request = response.request;
    Views chips;
    for (const auto& [field_id, codes] : request.filters) {
        for (const std::string& code : codes) {
            const std::string* label = label_in(response, field_id, code);
            const std::string& shown =
                label ? *label
                      : (field_id == FieldId::cpv
                             ? context.references.cpv.label(code, context.language)
                             : code);
            chips.push_back(chip(context, facet_label(messages, response, field_id), shown,
                                 request.without(field_id, code)));
        }
    }
    const auto& place = response.understood.place;
    const bool words_say_place = place && !place->words.empty();
    if (request.near && !words_say_place) {
        SearchRequest anywhere = request;
        anywhere.near.reset();
        anywhere.page = 1;
        chips.push_back(chip(context, messages("filter.blisko"),
                             messages("chip.near", {{"place", request.near->label},
                                                    {"radius", request.near->radius_km}}),
                             anywhere));
    }
    if (request.as_of && *request.as_of != context.today) {
        SearchRequest today = request;
        today.as_of.reset();
        today.page = 1;
        chips.push_back(
            chip(context, messages("filter.na-dzien"), messages.day(*request.as_of), today));
    }
    return chips;
}

}  // namespace wespol
