// SPDX-License-Identifier: GPL-3.0-or-later
// POST /api/v1/certificates/check: a list of numbers and names, checked on a day. Nothing of it is
// kept.
#include "server/api/applied_parameters.h"
#include "server/api/check_json.h"
#include "server/api/json_answer.h"
#include "server/checks/check_files.h"
#include "server/checks/sent_list.h"
#include "server/handlers.h"
#include "server/http/error_answer.h"

namespace wespol {

HttpResponse check_certificates(const Exchange& exchange) {
    const HttpRequest& request = exchange.request;
    const References& references = exchange.snapshot->references();
    const Parameters parameters = parameters_with_form(request);
    DecodedRequest decoded = decode_request(parameters, references);
    decoded.problems.insert(decoded.problems.end(), exchange.language_problems.begin(),
                            exchange.language_problems.end());
    refuse_unapplied(Endpoint::list_check, parameters, decoded);
    const CheckFormat format = check_format(parameters, CheckFormat::json, decoded.problems);
    if (!decoded.problems.empty())
        return wrong_parameters_answer(decoded.problems, exchange.language);

    const auto list = sent_list(request);
    if (!list) return problem_answer(list.error().status, list.error().message, exchange.language);
    const CheckReport report =
        check_list(*list, exchange.snapshot, decoded.request.as_of.value_or(exchange.today));
    if (format == CheckFormat::csv || format == CheckFormat::xlsx)
        return check_file(exchange, report, format);
    return json_answer(check_json(report, references, exchange.language));
}

}  // namespace wespol
