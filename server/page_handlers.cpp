// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/entity_tag.h"
#include "server/handlers.h"
#include "server/http/error_answer.h"
#include "server/http/security_policy.h"
#include "server/net_value.h"
#include "server/page_path.h"
#include "server/pages/map_view.h"
#include "server/retired_entity.h"

namespace wespol {
namespace {

/// How many products the strip on the results page shows.
constexpr int kProductsInStrip = 6;

HttpResponse page(int status, std::string html) {
    return {status, "text/html; charset=utf-8", std::move(html), {}};
}

/// For the words that the entities were found by.
ProductResponse products_for(const Searcher& searcher, const SearchResponse& entities) {
    const SearchRequest& request = entities.spelled_out;
    if (request.text.empty()) return {};
    SearchRequest strip;
    strip.text = request.text;
    strip.literal = request.literal;
    strip.literal.add(ReadingPart::spelling);
    strip.as_of = request.as_of;
    strip.page_size = kProductsInStrip;
    return searcher.search_products(strip);
}

/// Everyone on the day of a search that finds nothing and has no other search to offer.
std::optional<SearchResponse> overview_for(const Searcher& searcher,
                                           const SearchResponse& response) {
    if (response.total > 0 || !response.relaxations.empty()) return std::nullopt;
    SearchRequest everyone;
    everyone.as_of = response.as_of;
    return searcher.search(everyone);
}

}  // namespace

HttpResponse home_page(const Exchange& exchange) {
    DecodedRequest decoded = decode(exchange);
    SearchRequest everyone;
    everyone.as_of = decoded.request.as_of;
    decoded.request = everyone;
    return answer_unless_known(exchange, canonical(decoded), [&] {
        const SearchResponse overview = exchange.searcher().search(everyone);
        return page(200, exchange.pages.home(
                             page_context(exchange, overview.as_of, decoded.problems), overview));
    });
}

HttpResponse results_page(const Exchange& exchange) {
    const DecodedRequest decoded = decode(exchange);
    const bool on_map = decoded.request.on_map;
    const std::string layers = on_map ? exchange.map.digest : "";
    HttpResponse answer = answer_unless_known(exchange, canonical(decoded) + layers, [&] {
        const Searcher searcher = exchange.searcher();
        const SearchResponse response = searcher.search(decoded.request);
        const PageContext context = page_context(exchange, response.as_of, decoded.problems);
        const auto overview = overview_for(searcher, response);
        if (!on_map)
            return page(200, exchange.pages.results(context, response,
                                                    products_for(searcher, response), overview));
        const MapPage map{searcher.places(decoded.request), exchange.map};
        return page(200, exchange.pages.results(context, response, {}, overview, &map));
    });
    // With a 304 too: its headers take the place of those the browser has kept.
    if (on_map && !exchange.map.tile_origin.empty())
        answer.headers.emplace_back(kSecurityPolicyHeader,
                                    security_policy(exchange.map.tile_origin));
    return answer;
}

HttpResponse entity_page(const Exchange& exchange) {
    const DecodedRequest decoded = decode(exchange);
    return answer_unless_known(exchange, canonical(decoded), [&] {
        const auto record = exchange.searcher().entity(exchange.argument, decoded.request.as_of);
        if (!record)
            return missing_entity(exchange,
                                  std::string(language_prefix(exchange.language)) + "/podmiot/");
        return page(200, exchange.pages.entity(
                             page_context(exchange, record->as_of, decoded.problems), *record));
    });
}

HttpResponse guidance_page(const Exchange& exchange) {
    DecodedRequest decoded = decode(exchange);
    std::optional<std::int64_t> net_value;
    const auto written = single_value(exchange.request.parameters, "wartosc", decoded.problems);
    if (written) {
        const auto parsed = parse_net_value(*written);
        if (parsed)
            net_value = *parsed;
        else
            decoded.problems.push_back(
                parameter_problem("wartosc", *written, parsed.error().wording()));
    }
    const Day day = decoded.request.as_of.value_or(exchange.today);
    SearchRequest asked;
    asked.as_of = decoded.request.as_of;
    decoded.request = asked;
    return answer_unless_known(
        exchange, canonical(decoded) + (net_value ? std::to_string(*net_value) : ""), [&] {
            return page(200, exchange.pages.guidance(page_context(exchange, day, decoded.problems),
                                                     net_value));
        });
}

HttpResponse words_page(const Exchange& exchange) {
    return answer_unless_known(exchange, "", [&] {
        return page(200, exchange.pages.words(page_context(exchange, exchange.today)));
    });
}

HttpResponse quality_page(const Exchange& exchange) {
    return answer_unless_known(exchange, "", [&] {
        return page(200, exchange.pages.quality(page_context(exchange, exchange.today),
                                                exchange.snapshot->quality()));
    });
}

HttpResponse not_found(const Exchange& exchange) {
    const std::string& path = exchange.request.path;
    if (is_for_programs(path)) return error_answer(path, 404, "Pod tym adresem nic nie ma.");
    return page(404, exchange.pages.not_found(page_context(exchange, exchange.today), path));
}

}  // namespace wespol
