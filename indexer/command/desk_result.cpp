// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/command/desk_result.h"

#include "core/support/error.h"
#include "indexer/progress/progress_line.h"

#include <nlohmann/json.hpp>

namespace wespol {
namespace {

using Json = nlohmann::ordered_json;

void print(const DeskResult& result, const Error* error, std::ostream& out) {
    Json json;
    json["event"] = "result";
    json["outcome"] = result.outcome;
    json["exit_code"] = result.exit_code;
    json["generation"] = result.generation.empty() ? Json() : Json(result.generation);
    json["error"] = error ? Json{{"message", error->what()}, {"hint", error->hint()}} : Json();
    json["changes"] = result.changes.empty() ? Json() : Json::parse(result.changes);
    constexpr int one_line = -1;
    out << json.dump(one_line, ' ', false, Json::error_handler_t::replace) << std::endl;
}

}  // namespace

int run_desk(const Options& options, std::ostream& out, const Progress& progress,
             const DeskWork& work) {
    DeskResult result;
    if (!options.json) {
        work(out, progress, result);
        return result.exit_code;
    }
    std::ostream nowhere(nullptr);
    try {
        work(nowhere, progress_events(out), result);
    } catch (const Error& error) {
        result.outcome = error.code() == ErrorCode::data_rejected ? "rejected" : "failed";
        result.exit_code = static_cast<int>(error.code());
        print(result, &error, out);
        throw;
    }
    print(result, nullptr, out);
    return result.exit_code;
}

}  // namespace wespol
