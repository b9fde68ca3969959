// SPDX-License-Identifier: GPL-3.0-or-later
// The page /certyfikaty: one by GET, a list by POST. What is sent is answered and forgotten.
#include "core/analysis/code_points.h"
#include "server/checks/check_files.h"
#include "server/checks/list_check.h"
#include "server/checks/sent_list.h"
#include "server/entity_tag.h"
#include "server/handlers.h"
#include "server/pages/check_view.h"

#include <algorithm>
#include <utility>

namespace wespol {
namespace {

constexpr std::size_t kMaxAskedBytes = 500;

HttpResponse page(const Exchange& exchange, int status, const PageContext& context,
                  const CheckPage& content) {
    return {status, "text/html; charset=utf-8", exchange.pages.check(context, content), {}};
}

CheckPage check_one(const Exchange& exchange, std::string asked, Day as_of) {
    CheckPage content;
    content.asked = std::move(asked);
    if (content.asked.empty()) return content;
    const WrittenList list{{written_line(1, content.asked)}, {}};
    content.one = check_list(list, exchange.snapshot, as_of).lines.front();
    const Searcher searcher = exchange.searcher();
    for (const auto& standing : content.one->entities)
        if (auto record = searcher.entity(standing->entity.id, as_of))
            content.records.push_back(std::move(*record));
    return content;
}

}  // namespace

HttpResponse certificates_page(const Exchange& exchange) {
    DecodedRequest decoded = decode_day(exchange, exchange.request.parameters);
    std::string asked =
        single_value(exchange.request.parameters, "kogo", decoded.problems).value_or("");
    asked.resize(cut_at_code_point(asked, kMaxAskedBytes).size());
    const Day as_of = decoded.request.as_of.value_or(exchange.today);

    std::string canonical = "kogo=" + asked + "&na-dzien=" + format_day(as_of);
    for (const ParameterProblem& problem : decoded.problems)
        canonical += '\n' + problem.parameter + '=' + problem.value;
    return answer_unless_known(exchange, canonical, [&] {
        return page(exchange, 200, page_context(exchange, as_of, decoded.problems),
                    check_one(exchange, asked, as_of));
    });
}

HttpResponse checked_lines_page(const Exchange& exchange) {
    const Parameters parameters = parameters_with_form(exchange.request);
    DecodedRequest decoded = decode_day(exchange, parameters);
    const CheckFormat format = check_format(parameters, CheckFormat::page, decoded.problems);
    const Day as_of = decoded.request.as_of.value_or(exchange.today);
    const PageContext context = page_context(exchange, as_of, decoded.problems);

    CheckPage content;
    const auto list = sent_list(exchange.request);
    if (!list) {
        content.refusal = list.error().message;
        return page(exchange, list.error().status, context, content);
    }
    CheckReport report = check_list(*list, exchange.snapshot, as_of);
    // A wrong day must not end up in a file that does not say so.
    if (format != CheckFormat::page && format != CheckFormat::json && decoded.problems.empty())
        return check_file(exchange, report, format);
    content.many = std::move(report);
    content.list_text = as_text(*list);
    return page(exchange, 200, context, content);
}

}  // namespace wespol
