// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the address of a search: target → parameters → request → canonical address, which
// means the same request without a problem.
#include "core/search/request_decoder.h"
#include "server/http/target.h"
#include "tests/fuzz/target.h"
#include "tests/support/test_catalogue.h"

using namespace wespol;
using test::promise;

namespace {

const References& references() {
    static const References made = test::test_catalogue().references;
    return made;
}

void check_parameters(const Parameters& parameters) {
    for (const auto& [name, value] : parameters)
        promise(test::is_clean_text(name) && test::is_clean_text(value),
                "names and values of parameters are clean");
    const auto again = parse_parameters(query_string(parameters));
    promise(again && *again == parameters, "parameters written are read as they were");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto target = parse_target(test::text_of(bytes, size));
    if (!target) return 0;
    promise(test::is_clean_text(target->path) && target->path.starts_with('/'), "a path is clean");
    check_parameters(target->parameters);

    const SearchRequest request = decode_request(target->parameters, references()).request;
    const Parameters canonical = canonical_parameters(request);
    check_parameters(canonical);
    const DecodedRequest again = decode_request(canonical, references());
    promise(again.problems.empty(), "a canonical address has no problem");
    promise(canonical_parameters(again.request) == canonical,
            "a canonical address means the request it was written of");
    return 0;
}
