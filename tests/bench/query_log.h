// SPDX-License-Identifier: GPL-3.0-or-later
// The log of queries that tests/bench/make_queries.py writes. Throws Error(environment) on a file
// it did not write. Plain values.
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/search/search_request.h"

#include <filesystem>
#include <string>
#include <vector>

namespace wespol::bench {

struct LoggedQuery {
    std::string kind;  ///< "one_word", "near", "typing", …
    Parameters parameters;
    SearchRequest request;  ///< the parameters, decoded

    /// The search box: "" when nothing is typed.
    const std::string& text() const { return request.text; }
};

std::vector<LoggedQuery> read_query_log(const std::filesystem::path& path,
                                        const References& references);

}  // namespace wespol::bench
