// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/exchange.h"

#include "server/page_path.h"

#include <utility>

namespace wespol {
namespace {

/// The page names its own address several times; so long a one nobody reads in another language.
constexpr std::size_t kLongestSwitched = 2048;

std::string address_in_polish(const HttpRequest& request) {
    std::string address;
    for (const char c : page_path(request.path).path)
        address += c == '/' ? std::string(1, c) : percent_encoded({&c, 1});
    // A path of two slashes would be another host.
    if (address.starts_with("//")) address = "/";
    if (request.parameters.empty()) return address;
    const std::string whole = address + '?' + query_string(request.parameters);
    return whole.size() > kLongestSwitched ? address : whole;
}

}  // namespace

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
    SearchRequest asked;
    asked.as_of = decoded.request.as_of;
    decoded.request = std::move(asked);
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
            address_in_polish(exchange.request),
            exchange.public_url};
}

}  // namespace wespol
