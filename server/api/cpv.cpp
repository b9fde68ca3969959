// SPDX-License-Identifier: GPL-3.0-or-later
// GET /api/v1/cpv, all codes or those that `q` names, and /api/v1/cpv/<code>.
#include "server/api/applied_parameters.h"
#include "server/api/cpv_json.h"
#include "server/api/json_answer.h"
#include "server/entity_tag.h"
#include "server/handlers.h"
#include "server/http/error_answer.h"

namespace wespol {
namespace {

HttpResponse code_answer(const Exchange& exchange, const WrittenCpv& written,
                         std::optional<Day> as_of) {
    return json_answer(cpv_code_json(exchange.snapshot->references(), exchange.language,
                                     exchange.searcher().cpv(written.digits, as_of), written));
}

}  // namespace

HttpResponse find_cpv_codes(const Exchange& exchange) {
    DecodedRequest decoded = decode(exchange);
    refuse_unapplied(Endpoint::cpv, exchange.request.parameters, decoded);
    if (!decoded.problems.empty())
        return wrong_parameters_answer(decoded.problems, exchange.language);
    const std::string& text = decoded.request.text;
    return answer_unless_known(exchange, canonical_query(decoded.request), [&] {
        if (const auto written = parse_cpv(text)) return code_answer(exchange, *written, {});
        const References& references = exchange.snapshot->references();
        const Searcher searcher = exchange.searcher();
        return json_answer(
            text.empty() ? cpv_list_json(references, exchange.language, searcher.cpv_overview())
                         : cpv_finding_json(references, exchange.language, searcher.find_cpv(text),
                                            decoded.request.cut_off));
    });
}

HttpResponse show_cpv_code(const Exchange& exchange) {
    DecodedRequest decoded = decode(exchange);
    refuse_unapplied(Endpoint::cpv_code, exchange.request.parameters, decoded);
    if (!decoded.problems.empty())
        return wrong_parameters_answer(decoded.problems, exchange.language);
    const auto written = parse_cpv(exchange.argument);
    if (!written)
        return problem_answer(
            404,
            {"To nie jest kod CPV. Kod ma osiem cyfr, na przykład 55520000-1.",
             "This is not a CPV code. A code has eight digits, for example 55520000-1.",
             "Це не код CPV. Код має вісім цифр, наприклад 55520000-1."},
            exchange.language);
    return answer_unless_known(exchange, canonical_query(decoded.request), [&] {
        return code_answer(exchange, *written, decoded.request.as_of);
    });
}

}  // namespace wespol
