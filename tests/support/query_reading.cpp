// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/query_reading.h"

#include "core/search/request_decoder.h"
#include "core/support/joined.h"
#include "tests/support/catalogue_index.h"
#include "tests/support/catch.hpp"

#include <utility>

namespace wespol::test {

SearchRequest decoded(Parameters parameters) {
    const DecodedRequest decoded = decode_request(parameters, embedded_snapshot()->references());
    REQUIRE(decoded.problems.empty());
    return decoded.request;
}

std::string written(const SearchRequest& request) {
    return joined(canonical_parameters(request), " & ",
                  [](const auto& each) { return each.first + "=" + each.second; });
}

QueryReading read(const SearchRequest& asked) {
    const auto snapshot = embedded_snapshot();
    const Xapian::Database database = snapshot->open_database();
    const KnownNames names(database);
    return read_query(asked, {*snapshot, names, Language::pl});
}

std::string spelled_out(Parameters parameters) {
    return written(read(decoded(std::move(parameters))).spelled_out);
}

std::string spelled_out(const std::string& query) {
    return spelled_out(Parameters{{"q", query}});
}

void check_readings(const std::vector<ReadingRow>& rows) {
    for (const auto& [query, expected] : rows) {
        INFO(query);
        CHECK(spelled_out(query) == expected);
    }
}

}  // namespace wespol::test
