// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/linking/link_outcome.h"

#include <algorithm>

#include <fmt/format.h>

namespace wespol {

LinkOutcome outcome_of(const Linker& linker, const LinkageRecord& record,
                       const Provenance& provenance, const LinkResult& result) {
    LinkOutcome outcome;
    outcome.record = record.id;
    outcome.name = record.name;
    outcome.town = record.town.value_or("");
    outcome.file = provenance.file;
    outcome.row = provenance.row;
    outcome.sheet = provenance.sheet.value_or("");
    outcome.band = result.band;
    outcome.reason = result.reason;
    for (const LinkCandidate& each : result.candidates) {
        const ComparableRecord& entity = linker.entities()[each.entity];
        outcome.candidates.push_back({entity.id, entity.name, each.comparison});
        if (result.band == Band::linked) break;
    }
    return outcome;
}

std::string candidates_in_short(const LinkOutcome& outcome) {
    constexpr std::size_t most_shown = 3;
    std::string text;
    for (std::size_t i = 0; i < std::min(most_shown, outcome.candidates.size()); ++i) {
        const auto& [id, name, comparison] = outcome.candidates[i];
        text += fmt::format("{}„{}” ({}): {}", i == 0 ? "" : " | ", name, id,
                            in_short(comparison.evidence));
    }
    return text;
}

std::string decision_advice(const LinkOutcome& outcome) {
    const bool is_number_wrong = !differing_numbers(outcome.candidates.front().comparison).empty();
    return fmt::format("{} i dopisz w {}: {}",
                       is_number_wrong ? "popraw numer, jeśli jest błędny; jeśli nie, rozstrzygnij"
                                       : "rozstrzygnij",
                       kDecisionsFile,
                       decision_line(outcome.record, outcome.candidates.front().id));
}

}  // namespace wespol
