// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/merging/entity_contradictions.h"

#include "core/support/joined.h"
#include "indexer/merging/entity_merger.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

struct Listed {
    const Entity* entity;
    std::size_t list;
    bool has_own_id;
};

bool differ(const std::optional<std::string>& a, const std::optional<std::string>& b) {
    return a && b && *a != *b;
}

bool have_a_number_in_common(const Entity& a, const Entity& b) {
    return (a.krs && a.krs == b.krs) || (a.nip && a.nip == b.nip) ||
           (a.regon && a.regon == b.regon);
}

bool cannot_be_one(const Listed& a, const Listed& b) {
    const Entity& x = *a.entity;
    const Entity& y = *b.entity;
    if (differ(x.krs, y.krs) || differ(x.nip, y.nip) || !is_same_place(x, y)) return true;
    const bool stand_side_by_side = a.list == b.list && a.has_own_id && b.has_own_id;
    return stand_side_by_side && !have_a_number_in_common(x, y);
}

std::string numbers_of(const Entity& entity) {
    std::string text = fmt::format("[{}]", entity.id);
    if (entity.krs) text += " KRS " + *entity.krs;
    if (entity.nip) text += " NIP " + *entity.nip;
    return text;
}

Diagnostic refusal(const Decision& decision, const Entity& a, const Entity& b) {
    Diagnostic made;
    made.file = kDecisionsFile;
    made.row = decision.row;
    made.field = "decision";
    made.value = "same";
    made.message = fmt::format("to podmioty o różnych numerach, decyzji nie uwzględniono: {} i {}",
                               numbers_of(a), numbers_of(b));
    made.advice =
        "sprawdź identyfikatory w tym wierszu; jeśli to jeden podmiot, popraw numer na liście, na "
        "której jest błędny";
    return made;
}

/// Takes out each "same" of two entities whose numbers conflict.
Diagnostics take_out_conflicting(Decisions& decisions, const std::vector<Listed>& records,
                                 const std::vector<std::vector<std::string>>& subjects) {
    std::unordered_map<std::string_view, std::vector<const Entity*>> named;
    for (std::size_t i = 0; i < records.size(); ++i)
        for (const std::string& subject : subjects[i])
            named[subject].push_back(records[i].entity);
    Diagnostics told;
    std::set<std::size_t> refused;
    for (std::size_t i = 0; i < decisions.all().size(); ++i) {
        if (!decisions.all()[i].is_same) continue;
        const auto& [a, b] = decisions.keys(i);
        for (const Entity* one : named[a])
            for (const Entity* other : named[b])
                if (have_conflicting_numbers(*one, *other) && refused.insert(i).second)
                    told.push_back(refusal(decisions.all()[i], *one, *other));
    }
    if (!refused.empty()) decisions = decisions.without(refused);
    return told;
}

}  // namespace

EntityContradictions::EntityContradictions(const std::vector<EntityList>& lists,
                                           Decisions& decisions) {
    if (decisions.all().empty()) return;
    std::vector<Listed> records;
    std::vector<std::vector<std::string>> subjects;
    for (std::size_t list = 0; list < lists.size(); ++list)
        for (std::size_t row = 0; row < lists[list].entities.size(); ++row) {
            const Entity& entity = lists[list].entities[row];
            records.push_back({&entity, list, lists[list].made_ids[row].empty()});
            subjects.push_back(subjects_of(linkage_record(entity)));
        }
    refused_ = take_out_conflicting(decisions, records, subjects);
    for (Contradiction& each : take_out_contradictions(
             decisions, subjects,
             [&](std::size_t a, std::size_t b) { return cannot_be_one(records[a], records[b]); })) {
        std::vector<std::string> ids;
        for (const std::size_t record : each.records)
            ids.push_back(records[record].entity->id);
        found_.push_back({std::move(each), std::move(ids)});
    }
}

void EntityContradictions::tell(const MergedLists& merged, Diagnostics& diagnostics) const {
    diagnostics.insert(diagnostics.end(), refused_.begin(), refused_.end());
    for (const auto& [contradiction, ids] : found_) {
        std::vector<std::string> published;
        for (const std::string& id : ids) {
            const auto moved = std::ranges::find(merged.moved, id, &RetiredId::id);
            std::string told = moved == merged.moved.end()
                                   ? fmt::format("[{}]", id)
                                   : fmt::format("[{}] w [{}]", id, moved->moved_to.value_or(""));
            const bool is_there =
                moved != merged.moved.end() ||
                std::ranges::find(merged.entities, id, &Entity::id) != merged.entities.end();
            if (is_there && std::ranges::find(published, told) == published.end())
                published.push_back(std::move(told));
        }
        diagnostics.push_back(report(contradiction, joined(published, ", ")));
    }
}

}  // namespace wespol
