// SPDX-License-Identifier: GPL-3.0-or-later
// The page /porownaj. Whom it compares stands in its address and nowhere else; `dodaj` leads to the
// address with one more.
#include "core/analysis/code_points.h"
#include "server/entity_comparison.h"
#include "server/entity_tag.h"
#include "server/handlers.h"
#include "server/page_path.h"
#include "server/pages/compare_view.h"

#include <utility>

namespace wespol {
namespace {

constexpr std::size_t kMaxAskedBytes = 500;

/// The address as it was asked for, with one more: what was wrong with it is told there again.
HttpResponse with_one_more(const Exchange& exchange, const std::vector<std::string>& ids,
                           const std::string& added) {
    std::string target = std::string(language_prefix(exchange.language)) + "/porownaj?";
    for (const std::string& id : ids)
        target += "id=" + percent_encoded(id) + "&";
    target += "id=" + percent_encoded(added);
    for (const auto& [name, value] : exchange.request.parameters)
        if (name == "na-dzien") target += "&na-dzien=" + percent_encoded(value);
    return {303, "", "", {{"Location", std::move(target)}, {"Cache-Control", "no-store"}}};
}

}  // namespace

HttpResponse compare_page(const Exchange& exchange) {
    const Parameters& parameters = exchange.request.parameters;
    DecodedRequest decoded = decode_day(exchange, parameters);
    const Day as_of = decoded.request.as_of.value_or(exchange.today);
    const std::vector<std::string> ids = compared_ids(parameters);
    std::string asked = single_value(parameters, "dodaj", decoded.problems).value_or("");
    asked.resize(cut_at_code_point(asked, kMaxAskedBytes).size());

    ComparePage content;
    const Searcher searcher = exchange.searcher();
    content.comparison = compare(ids, exchange.snapshot->references(), searcher, as_of);
    content.public_url = exchange.public_url;
    content.asked = asked;
    const bool has_room = content.comparison.records.size() < kMaxCompared;
    if (!asked.empty() && has_room) {
        content.addition = find_addition(asked, exchange.snapshot, as_of);
        if (content.addition->id) return with_one_more(exchange, ids, *content.addition->id);
    }

    std::vector<ParameterProblem>& problems = decoded.problems;
    problems.insert(problems.end(), content.comparison.problems.begin(),
                    content.comparison.problems.end());
    std::string canonical = "dodaj=" + asked + "&na-dzien=" + format_day(as_of);
    for (const std::string& id : ids)
        canonical += "&id=" + percent_encoded(id);
    for (const ParameterProblem& problem : problems)
        canonical += '\n' + problem.parameter + '=' + problem.value;
    return answer_unless_known(exchange, canonical, [&] {
        const PageContext context = page_context(exchange, as_of, problems);
        return HttpResponse{
            200, "text/html; charset=utf-8", exchange.pages.compare(context, content), {}};
    });
}

}  // namespace wespol
