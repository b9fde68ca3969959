// SPDX-License-Identifier: GPL-3.0-or-later
// GET /api/v1/products.
#include "server/api/applied_parameters.h"
#include "server/api/json_answer.h"
#include "server/api/json_renderer.h"
#include "server/entity_tag.h"
#include "server/handlers.h"
#include "server/http/error_answer.h"

namespace wespol {

HttpResponse search_products(const Exchange& exchange) {
    DecodedRequest decoded = decode(exchange);
    refuse_unapplied(Endpoint::products, exchange.request.parameters, decoded);
    if (!decoded.problems.empty())
        return wrong_parameters_answer(decoded.problems, exchange.language);
    return answer_unless_known(exchange, canonical_query(decoded.request), [&] {
        const JsonRenderer json(exchange.snapshot->references(), exchange.language);
        const ProductResponse response = exchange.searcher().search_products(decoded.request);
        return json_answer(json.products(decoded.request, response));
    });
}

}  // namespace wespol
