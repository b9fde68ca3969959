// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/exchange.h"

#include <utility>

namespace wespol {

DecodedRequest decode(const Exchange& exchange) {
    DecodedRequest decoded =
        decode_request(exchange.request.parameters, exchange.snapshot->references());
    decoded.problems.insert(decoded.problems.end(), exchange.language_problems.begin(),
                            exchange.language_problems.end());
    return decoded;
}

std::string canonical(const DecodedRequest& decoded) {
    std::string text = canonical_query(decoded.request);
    for (const ParameterProblem& problem : decoded.problems)
        text += '\n' + problem.parameter + '=' + problem.value;
    return text;
}

DecodedRequest decode_day(const Exchange& exchange, const Parameters& parameters) {
    DecodedRequest decoded = decode_request(parameters, exchange.snapshot->references());
    std::erase_if(decoded.problems,
                  [](const ParameterProblem& problem) { return problem.parameter != "na-dzien"; });
    return decoded;
}

PageContext page_context(const Exchange& exchange, Day as_of,
                         std::vector<ParameterProblem> problems) {
    return {exchange.snapshot->references(),
            exchange.snapshot->generation(),
            as_of,
            exchange.today,
            exchange.language,
            std::move(problems),
            exchange.public_url};
}

}  // namespace wespol
