// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/entity_comparison.h"

#include "core/support/ascii.h"
#include "core/support/joined.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

constexpr std::string_view kParameter = "id";

bool holds(const std::vector<EntityRecord>& records, std::string_view id) {
    return std::ranges::any_of(records,
                               [&](const EntityRecord& each) { return each.entity.id == id; });
}

ParameterProblem no_entity(const std::string& id, const RetiredId* retired) {
    if (!retired)
        return parameter_problem(kParameter, id,
                                 {"W katalogu nie ma takiego podmiotu.",
                                  "There is no such organisation in the directory.",
                                  "Такої організації в каталозі немає."});
    const std::string day = retired->on ? fmt::format(" ({})", retired->on->in_polish()) : "";
    return parameter_problem(kParameter, id, retired->why + day);
}

}  // namespace

std::vector<std::string> compared_ids(const Parameters& parameters) {
    std::vector<std::string> ids;
    for (const auto& [name, value] : parameters) {
        if (name != kParameter) continue;
        std::string id(trimmed(value));
        if (!id.empty() && std::ranges::find(ids, id) == ids.end()) ids.push_back(std::move(id));
    }
    return ids;
}

EntityComparison compare(const std::vector<std::string>& ids, const References& references,
                         const Searcher& searcher, Day as_of) {
    EntityComparison comparison;
    std::vector<std::string> beyond;
    for (const std::string& id : ids) {
        // Wrong ids take no place, but their number is bounded too.
        if (comparison.records.size() == kMaxCompared ||
            comparison.problems.size() == kMaxCompared) {
            beyond.push_back(id);
            continue;
        }
        const RetiredId* retired = references.retired_id(id);
        const bool is_moved = retired && retired->moved_to;
        const std::string& sought = is_moved ? *retired->moved_to : id;
        if (holds(comparison.records, sought)) {
            if (is_moved) comparison.moved.push_back(*retired);
            continue;
        }
        auto record = searcher.entity(sought, as_of);
        if (!record) {
            comparison.problems.push_back(no_entity(id, retired));
            continue;
        }
        if (is_moved) comparison.moved.push_back(*retired);
        comparison.records.push_back(std::move(*record));
    }
    if (!beyond.empty())
        comparison.problems.push_back(parameter_problem(
            kParameter, joined(beyond, ", "),
            worded({"Obok siebie mieści się {} podmiotów; pokazujemy pierwsze.",
                    "There is room for {} organisations side by side; we show the first.",
                    "Поруч поміщається {} організацій; показуємо перші."},
                   kMaxCompared)));
    return comparison;
}

Addition find_addition(const std::string& asked,
                       const std::shared_ptr<const IndexSnapshot>& snapshot, Day as_of) {
    const WrittenList list{{written_line(1, asked)}, {}};
    const CheckedLine line = check_list(list, snapshot, as_of).lines.front();
    Addition addition;
    addition.outcome = line.outcome;
    if (line.outcome == LineOutcome::found) {
        addition.id = line.entities.front()->entity.id;
        return addition;
    }
    addition.candidates = line.near;
    for (const auto& standing : line.entities)
        addition.candidates.push_back(
            {standing->entity.id, standing->entity.name, standing->entity.town});
    addition.why_not = line.problems;
    return addition;
}

}  // namespace wespol
