// SPDX-License-Identifier: GPL-3.0-or-later
// GET /api/v1/entities and /api/v1/entities/<id>.
#include "server/api/applied_parameters.h"
#include "server/api/json_answer.h"
#include "server/api/json_renderer.h"
#include "server/entity_tag.h"
#include "server/handlers.h"
#include "server/http/error_answer.h"
#include "server/retired_entity.h"

namespace wespol {

HttpResponse search_entities(const Exchange& exchange) {
    DecodedRequest decoded = decode(exchange);
    refuse_unapplied(Endpoint::entities, exchange.request.parameters, decoded);
    if (!decoded.problems.empty())
        return wrong_parameters_answer(decoded.problems, exchange.language);
    return answer_unless_known(exchange, canonical_query(decoded.request), [&] {
        const JsonRenderer json(exchange.snapshot->references(), exchange.language);
        return json_answer(json.search(exchange.searcher().search(decoded.request)));
    });
}

HttpResponse show_entity(const Exchange& exchange) {
    DecodedRequest decoded = decode(exchange);
    refuse_unapplied(Endpoint::entity, exchange.request.parameters, decoded);
    if (!decoded.problems.empty())
        return wrong_parameters_answer(decoded.problems, exchange.language);
    return answer_unless_known(exchange, canonical_query(decoded.request), [&] {
        const auto record = exchange.searcher().entity(exchange.argument, decoded.request.as_of);
        if (!record) return missing_entity(exchange, "/api/v1/entities/");
        const JsonRenderer json(exchange.snapshot->references(), exchange.language);
        return json_answer(json.entity(*record));
    });
}

}  // namespace wespol
