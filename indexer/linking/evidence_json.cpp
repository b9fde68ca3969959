// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/linking/evidence_json.h"

#include "indexer/linking/decisions.h"

#include <cmath>
#include <utility>

#include <nlohmann/json.hpp>

namespace wespol {
namespace {

using Json = nlohmann::ordered_json;

double to_tenths(double bits) {
    return std::round(bits * 10) / 10;
}

Json as_json(const Comparison& comparison) {
    Json json{{"band", code(comparison.band)},
              {"score", to_tenths(comparison.score)},
              {"evidence", Json::array()}};
    for (const Evidence& each : comparison.evidence)
        json["evidence"].push_back({{"what", each.what},
                                    {"says", each.says},
                                    {"a", each.a},
                                    {"b", each.b},
                                    {"weight", to_tenths(each.weight)}});
    return json;
}

}  // namespace

std::string comparison_json(const Comparison& comparison) {
    return as_json(comparison).dump(2, ' ', false, Json::error_handler_t::replace);
}

std::string outcome_json(const LinkOutcome& each) {
    Json outcome{{"record", each.record},      {"name", each.name}, {"town", each.town},
                 {"file", each.file},          {"row", each.row},   {"band", code(each.band)},
                 {"candidates", Json::array()}};
    if (!each.sheet.empty()) outcome["sheet"] = each.sheet;
    if (!each.reason.empty()) outcome["reason"] = each.reason;
    for (const LinkOutcome::Candidate& candidate : each.candidates) {
        Json listed{{"id", candidate.id}, {"name", candidate.name}};
        listed.update(as_json(candidate.comparison));
        listed["decision_line"] = decision_line(each.record, candidate.id);
        outcome["candidates"].push_back(std::move(listed));
    }
    constexpr int one_line = -1;
    return outcome.dump(one_line, ' ', false, Json::error_handler_t::replace);
}

std::string outcomes_json(const std::vector<LinkOutcome>& outcomes) {
    std::string text = "[";
    for (const LinkOutcome& each : outcomes)
        text += (text.size() > 1 ? ",\n" : "") + outcome_json(each);
    return text + "]";
}

}  // namespace wespol
