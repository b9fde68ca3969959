// SPDX-License-Identifier: GPL-3.0-or-later
// GET /api/v1/suggest.
#include "core/search/completer.h"
#include "server/api/applied_parameters.h"
#include "server/api/json_answer.h"
#include "server/entity_tag.h"
#include "server/handlers.h"
#include "server/http/error_answer.h"
#include "server/pages/links.h"

#include <nlohmann/json.hpp>

namespace wespol {
namespace {

using Json = nlohmann::ordered_json;

/// Of the page in the language asked for.
std::string url_of(const PageContext& context, const Suggestion& suggestion) {
    if (suggestion.entity) return entity_href(context, *suggestion.entity);
    if (suggestion.product && suggestion.product->brand == kBrandOfPage)
        return product_href(context, suggestion.product->id);
    return search_href(context, suggestion.search);
}

Json json_of(const PageContext& context, const Suggestion& suggestion) {
    const std::string& query = suggestion.search.text;
    return {{"kind", code(suggestion.kind)},
            {"kind_label", suggestion.kind_label},
            {"label", suggestion.label},
            {"detail", suggestion.detail ? Json(*suggestion.detail) : Json(nullptr)},
            {"url", url_of(context, suggestion)},
            {"query", query.empty() ? Json(nullptr) : Json(query)}};
}

/// Nothing goes on from a text of which only the beginning was taken.
std::string answer_text(const Exchange& exchange, const SearchRequest& asked) {
    const IndexSnapshot& snapshot = *exchange.snapshot;
    const Completer completer(snapshot.completions(), snapshot.analyzer(), exchange.language);
    const PageContext context = page_context(exchange, exchange.today);
    Json suggestions = Json::array();
    if (asked.cut_off.empty())
        for (const Suggestion& each : completer.complete(asked.text))
            suggestions.push_back(json_of(context, each));
    return Json{{"generation", snapshot.generation()},
                {"query", asked.text},
                {"suggestions", std::move(suggestions)}}
        .dump();
}

}  // namespace

HttpResponse suggest(const Exchange& exchange) {
    DecodedRequest decoded = decode(exchange);
    refuse_unapplied(Endpoint::suggest, exchange.request.parameters, decoded);
    if (!decoded.problems.empty())
        return wrong_parameters_answer(decoded.problems, exchange.language);
    return answer_unless_known(exchange, canonical_query(decoded.request),
                               [&] { return json_answer(answer_text(exchange, decoded.request)); });
}

}  // namespace wespol
