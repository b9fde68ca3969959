// SPDX-License-Identifier: GPL-3.0-or-later
// GET /health: what is served, for monitoring; "stale" when a newer generation is published that
// this server refuses. Whoever gets an answer knows that it lives; it is ready from the first one
// on, as it listens only once an index is open.
#include "server/api/json_answer.h"
#include "server/handlers.h"

#include <nlohmann/json.hpp>

namespace wespol {

HttpResponse health(const Exchange& exchange) {
    const Manifest& manifest = exchange.snapshot->manifest();
    nlohmann::ordered_json json{{"status", exchange.refusal.empty() ? "ok" : "stale"},
                                {"live", true},
                                {"ready", true},
                                {"version", WESPOL_VERSION},
                                {"generation", manifest.generation},
                                {"built_at", manifest.built_at},
                                {"age_seconds", nullptr},
                                {"counts", manifest.document_counts}};
    if (const auto built = built_moment(manifest))
        json["age_seconds"] = (exchange.now - *built).count();
    if (!exchange.refusal.empty()) json["refused"] = exchange.refusal;
    HttpResponse answer = json_answer(json.dump() + '\n');
    answer.headers.emplace_back("Cache-Control", "no-store");
    return answer;
}

}  // namespace wespol
