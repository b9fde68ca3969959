// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/results_view.h"

#include "server/entity_comparison.h"
#include "server/pages/downloads_view.h"
#include "server/pages/explanation_view.h"
#include "server/pages/facet_view.h"
#include "server/pages/labels.h"
#include "server/pages/links.h"
#include "server/pages/map_view.h"
#include "server/pages/page_frame.h"
#include "server/pages/paging_view.h"
#include "server/pages/sector_links.h"
#include "server/pages/share_view.h"
#include "server/pages/understood_view.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace wespol {

namespace {

constexpr std::size_t kProductsShown = 4;

Views texts(const std::vector<std::string>& texts) {
    Views views;
    for (const std::string& text : texts) {
        View view;
        view["text"] = View(text);
        views.push_back(std::move(view));
    }
    return views;
}

std::string distance_text(const Messages& messages, double kilometres) {
    if (kilometres < 1) return messages("distance.under_one");
    return messages("distance.km", {{"km", std::round(kilometres)}});
}

View hit_view(const PageContext& context, const Messages& messages, const Hit& hit) {
    View view;
    view["href"] = View(entity_href(context, hit.entity.id));
    view["id"] = View(hit.entity.id);
    view["plain_name"] = View(hit.entity.name);
    view["name"] = View(highlighted(hit.name));
    view["form"] =
        View(context.references.legal_form.label(hit.entity.legal_form, context.language));
    view["place"] = maybe(place_name(context, messages, hit.entity));
    view["distance"] =
        hit.distance_km ? View(distance_text(messages, *hit.distance_km)) : View(false);
    view["has_snippet"] = View(!hit.snippet.empty());
    view["snippet"] = View(highlighted(hit.snippet));
    put_list(view, "labels", hit_labels(context, messages, hit));
    view["why"] = maybe(explanation_sentence(context, messages, hit.explanation));
    return view;
}

Views product_views(const PageContext& context, const ProductResponse& products) {
    Views views;
    for (const ProductHit& hit : products.hits) {
        if (views.size() == kProductsShown) break;
        const References& references = context.references;
        View view;
        view["name"] = View(hit.product.name);
        view["kind"] = View(references.product_kind.label(hit.product.kind, context.language));
        view["brand"] = View(references.brand.label(hit.product.brand, context.language));
        view["brand_href"] = View(brand_href(context, hit.product.brand));
        view["maker"] = maybe(hit.maker_name);
        view["maker_href"] =
            hit.product.maker ? View(entity_href(context, *hit.product.maker)) : View(false);
        view["snippet"] = View(highlighted(hit.snippet));
        views.push_back(std::move(view));
    }
    return views;
}

Views relaxation_views(const PageContext& context, const std::vector<Relaxation>& relaxations) {
    Views views;
    for (const Relaxation& relaxation : relaxations) {
        View view;
        view["label"] = View(relaxation.label);
        view["href"] = View(search_href(context, relaxation.request));
        view["total"] = View(std::to_string(relaxation.total));
        views.push_back(std::move(view));
    }
    return views;
}

/// The usual order has an empty code: the form then does not ask for it, and a new search in the
/// same form gets the order that is usual for itself.
Views sort_views(const Messages& messages, const SearchResponse& response) {
    const SearchRequest& request = response.request;
    const SortOrder usual = request.sort
                                ? (request.text.empty() ? SortOrder::name : SortOrder::relevance)
                                : response.sort;
    Views views;
    for (const SortOrder order :
         {SortOrder::relevance, SortOrder::name, SortOrder::distance, SortOrder::freshness}) {
        if (order == SortOrder::relevance && request.text.empty()) continue;
        if (order == SortOrder::distance && !response.spelled_out.near) continue;
        View view;
        view["code"] = View(order == usual ? std::string() : std::string(code(order)));
        view["label"] = View(messages("sort." + std::string(code(order))));
        view["selected"] = View(order == response.sort);
        views.push_back(std::move(view));
    }
    return views;
}

/// What the form has no field for and still must keep: place, page size, CPV code, the map. A place
/// that only settles which of several the words mean goes with these words, and so does what was
/// switched off for them: `of_words`, left out by the script when the words change.
Views kept_parameters(const SearchResponse& response) {
    std::set<std::string_view> has_own_field{"q", "na-dzien", "strona"};
    if (!response.request.on_map) has_own_field.insert("sortuj");
    for (const Facet& facet : response.facets)
        has_own_field.insert(field(facet.field).parameter);
    const auto& place = response.understood.place;
    const bool words_name_place = place && !place->words.empty();
    Views views;
    for (const auto& [name, value] : canonical_parameters(response.request)) {
        if (has_own_field.contains(name)) continue;
        const bool is_of_place = name == "blisko" || name == "promien";
        View view;
        view["of_words"] = View(name == "doslownie" || (is_of_place && words_name_place));
        view["name"] = View(name);
        view["value"] = View(value);
        views.push_back(std::move(view));
    }
    return views;
}

SearchRequest without_filters(const SearchRequest& request) {
    SearchRequest plain;
    plain.text = request.text;
    plain.sort = request.sort;
    plain.page_size = request.page_size;
    plain.on_map = request.on_map;
    return plain;
}

SearchRequest explained(SearchRequest request, bool explain) {
    request.explain = explain;
    return request;
}

/// The same results as a list and as a map.
Views look_views(const PageContext& context, const Messages& messages,
                 const SearchRequest& request) {
    Views views;
    for (const bool on_map : {false, true}) {
        SearchRequest other = request;
        if (on_map != request.on_map) other.page = 1;
        other.on_map = on_map;
        View view;
        view["look"] = View(messages(on_map ? "map.look_map" : "map.look_list"));
        view["look_href"] = View(search_href(context, other));
        view["is_shown"] = View(on_map == request.on_map);
        views.push_back(std::move(view));
    }
    return views;
}

/// Where nothing is found and nothing near it either: the sectors with most entities.
Views first_sectors(const PageContext& context, const Messages& messages,
                    const std::optional<SearchResponse>& overview) {
    constexpr std::size_t kSectorsShown = 8;
    if (!overview) return {};
    Views sectors = sector_links(context, messages, *overview);
    if (sectors.size() > kSectorsShown) sectors.resize(kSectorsShown);
    return sectors;
}

/// How the results meet each CPV code that was asked for.
Views cpv_views(const PageContext& context, const Messages& messages,
                const std::vector<UnderstoodCpv>& codes) {
    Views views;
    for (const UnderstoodCpv& each : codes) {
        View view;
        view["sentence"] = View(messages(
            "results.cpv", {{"code", each.label ? each.code + " " + *each.label : each.code},
                            {"exact", each.results.exact},
                            {"broader", each.results.broader},
                            {"narrower", each.results.narrower}}));
        view["href"] = View(cpv_href(context, each.code));
        views.push_back(std::move(view));
    }
    return views;
}

std::string heading(const Messages& messages, const SearchResponse& response) {
    if (response.total == 0) return messages("results.none");
    return messages("count.entities", {{"count", response.total}});
}

std::string page_title(const Messages& messages, const SearchResponse& response) {
    const std::string found = heading(messages, response);
    const std::string& text = response.request.text;
    return text.empty() ? found : messages("results.title", {{"text", text}, {"found", found}});
}

}  // namespace

View results_view(const PageContext& context, const Messages& messages,
                  const SearchResponse& response, const ProductResponse& products,
                  const std::optional<SearchResponse>& overview, const MapPage* map) {
    const SearchRequest& request = response.request;
    const bool is_list = map == nullptr;
    View view = page_frame(context, messages, page_title(messages, response));
    view["query"] = View(request.text);
    put_list(view, "form_parameters", kept_parameters(response));
    view["hidden_day"] = View(false);

    view["heading"] = View(heading(messages, response));
    view["found"] = View(response.total > 0);
    put_list(view, "ignored", texts(response.understood.ignored));
    put_list(view, "notes", texts(in_language(response.understood.notes, context.language)));
    put_understood(view, context, messages, response);
    put_list(view, "identifiers", texts(response.understood.identifiers));

    put_list(view, "cpv_codes", cpv_views(context, messages, response.understood.cpv));

    Views chips = chip_views(context, messages, response);
    view["clear_href"] =
        chips.size() > 1 ? View(search_href(context, without_filters(request))) : View(false);
    view["filter_count"] = chips.empty() ? View(false) : View(std::to_string(chips.size()));
    put_list(view, "chips", chips);

    put_list(view, "facets", facet_views(context, messages, response));
    view["asked_day"] = request.as_of && *request.as_of != context.today
                            ? View(format_day(*request.as_of))
                            : View(false);
    put_list(view, "sorts", sort_views(messages, response));

    put_list(view, "looks", look_views(context, messages, request));
    view["map"] =
        !is_list && response.total > 0 ? map_view(context, messages, response, *map) : View(false);
    view["is_list"] = View(is_list);
    Views hits;
    for (const Hit& hit : response.hits)
        if (is_list) hits.push_back(hit_view(context, messages, hit));
    put_list(view, "hits", hits);
    view["most_compared"] = View(std::to_string(kMaxCompared));
    view["compare_hint"] =
        View(messages("compare.hint", {{"least", kMinCompared}, {"most", kMaxCompared}}));
    const bool can_explain = !hits.empty() && response.sort == SortOrder::relevance;
    view["explain_href"] = can_explain && !request.explain
                               ? View(search_href(context, explained(request, true)))
                               : View(false);
    view["explained_href"] = request.explain && is_list
                                 ? View(search_href(context, explained(request, false)))
                                 : View(false);
    const int last = last_page(request, response.total);
    const bool is_beyond = is_list && response.total > 0 && request.page > last;
    view["beyond"] =
        is_beyond ? View(messages("results.beyond", {{"count", static_cast<std::size_t>(last)}}))
                  : View(false);
    view["last_page_href"] = View(page_href(context, request, last));
    const bool some_ended = response.ended_total > 0 && response.total > response.ended_total;
    view["protocol_href"] =
        is_of_another_day(context) ? View(false) : View(protocol_href(context, response.request));
    view["ended_note"] = is_list && some_ended && !is_beyond
                             ? View(messages("results.ended", {{"count", response.ended_total}}))
                             : View(false);

    put_list(view, "products", product_views(context, products));
    view["products_heading"] = View(messages("products.heading", {{"count", products.total}}));

    put_list(view, "relaxations", relaxation_views(context, response.relaxations));
    put_list(view, "sectors", first_sectors(context, messages, overview));
    view["paging"] = is_list ? paging_view(context, request, response.total) : View(false);
    put_share(view, context, request);
    put_downloads(view, messages, response);
    return view;
}

}  // namespace wespol
