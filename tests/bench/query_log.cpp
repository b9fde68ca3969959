// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/query_log.h"

#include "core/search/request_decoder.h"
#include "core/support/error.h"
#include "core/support/files.h"

#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wespol::bench {

std::vector<LoggedQuery> read_query_log(const std::filesystem::path& path,
                                        const References& references) {
    std::vector<LoggedQuery> queries;
    std::istringstream lines(read_file(path));
    for (std::string line; std::getline(lines, line);) {
        const nlohmann::json json = nlohmann::json::parse(line, nullptr, false);
        if (json.is_discarded())
            throw Error(ErrorCode::environment,
                        fmt::format("{}: not a line of make_queries.py: {}", path.string(), line));
        LoggedQuery query{
            .kind = json.at("kind"), .parameters = json.at("parameters"), .request = {}};
        DecodedRequest decoded = decode_request(query.parameters, references);
        if (!decoded.problems.empty())
            throw Error(ErrorCode::environment,
                        fmt::format("{}: {}: {}", line, decoded.problems.front().parameter,
                                    decoded.problems.front().message.in(Language::pl)));
        query.request = std::move(decoded.request);
        queries.push_back(std::move(query));
    }
    return queries;
}

}  // namespace wespol::bench
