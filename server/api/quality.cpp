// SPDX-License-Identifier: GPL-3.0-or-later
// GET /api/v1/quality: the figures of /dane/jakosc, as they are kept in the served generation.
#include "core/catalogue/quality_figures.h"
#include "server/api/json_answer.h"
#include "server/entity_tag.h"
#include "server/handlers.h"

#include <nlohmann/json.hpp>

namespace wespol {

HttpResponse quality_figures_json(const Exchange& exchange) {
    return answer_unless_known(exchange, "", [&] {
        const Manifest& manifest = exchange.snapshot->manifest();
        using Json = nlohmann::ordered_json;
        Json json{{"generation", manifest.generation}, {"built_at", manifest.built_at}};
        json.update(Json::parse(encode(exchange.snapshot->quality())));
        return json_answer(json.dump() + '\n');
    });
}

}  // namespace wespol
