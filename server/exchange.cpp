// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/exchange.h"

namespace wespol {

const std::string* Exchange::parameter(std::string_view name) const {
    for (const auto& [key, value] : request.parameters)
        if (key == name && !value.empty()) return &value;
    return nullptr;
}

DecodedRequest decode(const Exchange& exchange) {
    DecodedRequest decoded =
        decode_request(exchange.request.parameters, exchange.snapshot->references());
    decoded.problems.insert(decoded.problems.end(), exchange.language_problems.begin(),
                            exchange.language_problems.end());
    return decoded;
}

PageContext page_context(const Exchange& exchange, Day as_of) {
    return {exchange.snapshot->references(), exchange.snapshot->generation(), as_of, exchange.today,
            exchange.language};
}

}  // namespace wespol
