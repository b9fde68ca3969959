// SPDX-License-Identifier: GPL-3.0-or-later
// GET /api/v1/compare?id=…&id=…: entities side by side, each as /api/v1/entities/<id> tells it.
#include "server/api/applied_parameters.h"
#include "server/api/json_answer.h"
#include "server/api/json_renderer.h"
#include "server/entity_comparison.h"
#include "server/entity_tag.h"
#include "server/handlers.h"
#include "server/http/error_answer.h"

#include <fmt/format.h>

namespace wespol {

HttpResponse compare_entities(const Exchange& exchange) {
    DecodedRequest decoded = decode(exchange);
    refuse_unapplied(Endpoint::comparison, exchange.request.parameters, decoded);
    const Day as_of = decoded.request.as_of.value_or(exchange.today);
    const std::vector<std::string> ids = compared_ids(exchange.request.parameters);
    if (ids.empty())
        decoded.problems.push_back(parameter_problem("id", "", "Podaj identyfikatory podmiotów.",
                                                     fmt::format("do {}", kMaxCompared)));
    const EntityComparison comparison =
        compare(ids, exchange.snapshot->references(), exchange.searcher(), as_of);
    decoded.problems.insert(decoded.problems.end(), comparison.problems.begin(),
                            comparison.problems.end());
    if (!decoded.problems.empty())
        return wrong_parameters_answer(decoded.problems, exchange.language);

    std::string canonical = "na-dzien=" + format_day(as_of);
    for (const std::string& id : ids)
        canonical += "&id=" + percent_encoded(id);
    return answer_unless_known(exchange, canonical, [&] {
        const JsonRenderer json(exchange.snapshot->references(), exchange.language);
        return json_answer(json.comparison(comparison, exchange.snapshot->generation(), as_of));
    });
}

}  // namespace wespol
