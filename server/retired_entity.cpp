// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/retired_entity.h"

#include "core/catalogue/retired_id.h"
#include "core/search/search_request.h"
#include "server/handlers.h"
#include "server/http/error_answer.h"

#include <string>

#include <fmt/format.h>

namespace wespol {
namespace {

std::string query_of(const Parameters& parameters) {
    return parameters.empty() ? "" : "?" + query_string(parameters);
}

}  // namespace

HttpResponse missing_entity(const Exchange& exchange, std::string_view base) {
    const std::string& path = exchange.request.path;
    const RetiredId* retired = exchange.snapshot->references().retired_id(exchange.argument);
    if (!retired) {
        if (!is_for_programs(path)) return not_found(exchange);
        return error_answer(path, 404, "Nie ma podmiotu o tym identyfikatorze.");
    }
    if (retired->moved_to) {
        const std::string target = fmt::format("{}{}{}", base, percent_encoded(*retired->moved_to),
                                               query_of(exchange.request.parameters));
        HttpResponse answer = error_answer(path, 301, retired->why);
        answer.headers.emplace_back("Location", target);
        return answer;
    }
    if (is_for_programs(path))
        return error_answer(path, 410,
                            retired->on
                                ? fmt::format("{} ({})", retired->why, retired->on->in_polish())
                                : retired->why);
    return {410,
            "text/html; charset=utf-8",
            exchange.pages.retired(page_context(exchange, exchange.today), *retired),
            {}};
}

}  // namespace wespol
