// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/merging/entity_lists.h"

#include "indexer/linking/linker.h"
#include "indexer/merging/entity_merger.h"
#include "indexer/profile/distinct_ids.h"
#include "indexer/source/excerpt.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

struct Group {
    std::vector<SourcedEntity> records;  ///< the first one gives the id; empty = joined to another
    Entity merged;
};

Diagnostic about(const Entity& entity, Severity severity, const std::string& value,
                 std::string message, std::string advice) {
    return {severity,
            entity.provenance.file,
            entity.provenance.row,
            "",
            excerpt(value),
            std::move(message),
            std::move(advice),
            entity.provenance.sheet.value_or("")};
}

bool has_conflict(const Comparison& comparison) {
    return std::ranges::any_of(comparison.evidence, [](const Evidence& each) {
        return each.what == "identifier" && each.weight < 0;
    });
}

bool is_sure(const Comparison& comparison) {
    return comparison.band == Band::linked &&
           (agreeing_number(comparison) || is_decided(comparison));
}

/// Which rows of a list are one.
class SameRows {
  public:
    explicit SameRows(std::size_t rows) : above_(rows) {
        std::iota(above_.begin(), above_.end(), std::size_t{0});
    }
    std::size_t first_of(std::size_t row) {
        while (above_[row] != row)
            row = above_[row] = above_[above_[row]];
        return row;
    }
    void join(std::size_t a, std::size_t b) {
        const std::size_t x = first_of(a), y = first_of(b);
        above_[std::max(x, y)] = std::min(x, y);
    }

  private:
    std::vector<std::size_t> above_;
};

class ListMerger {
  public:
    ListMerger(const MergeContext& context, Diagnostics& diagnostics)
        : context_(context), diagnostics_(diagnostics) {}

    void add(EntityList list) {
        const std::vector<Twins> twins = twins_of(list);
        const std::vector<std::size_t> groups =
            groups_.empty() ? place_first(std::move(list)) : link_and_place(std::move(list));
        for (const auto& [row, other] : twins)
            if (groups[row] != kNowhere && groups[other] != kNowhere)
                join(groups[row], groups[other]);
        merge_groups();
    }

    /// What a person joined though no two lists did.
    void obey_decisions() {
        std::unordered_map<std::string, std::size_t> by_subject;
        for (std::size_t i = 0; i < groups_.size(); ++i)
            for (const auto& [source, entity, made_id] : groups_[i].records)
                for (std::string& subject : subjects_of(linkage_record(entity)))
                    by_subject.emplace(std::move(subject), i);
        bool is_joined = false;
        for (std::size_t i = 0; i < groups_.size(); ++i) {
            if (groups_[i].records.empty()) continue;
            const auto records = groups_[i].records;
            for (const auto& [source, entity, made_id] : records)
                for (const std::string& other :
                     context_.decisions.same_as(subjects_of(linkage_record(entity)))) {
                    const auto found = by_subject.find(other);
                    if (found == by_subject.end() || found->second <= i) continue;
                    is_joined |= join(i, found->second);
                }
        }
        if (is_joined) merge_groups();
    }

    MergedLists take() {
        MergedLists merged;
        merged.entities.reserve(groups_.size());
        for (Group& group : groups_) {
            if (group.records.empty()) continue;
            for (const auto& [source, entity, made_id] : group.records)
                if (entity.id != group.merged.id && made_id != group.merged.id)
                    merged.moved.push_back(
                        {entity.id, group.merged.id, std::nullopt,
                         fmt::format("Ten sam podmiot co „{}”: połączono zapisy z kilku list.",
                                     group.merged.name)});
            merged.entities.push_back(std::move(group.merged));
        }
        merged.links = std::move(links_);
        return merged;
    }

  private:
    /// Where a record goes: a group, a group of its own (null), or nowhere.
    struct Target {
        std::optional<std::size_t> group;
        bool is_by_id = false;
        bool is_sure = false;  ///< by a number or a decision
        bool is_refused = false;
        LinkOutcome outcome;
    };

    static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

    /// Two rows of one list that surely are one entity.
    using Twins = std::pair<std::size_t, std::size_t>;

    std::shared_ptr<const Analyzer> analyzer() {
        if (!analyzer_) analyzer_ = context_.analyzer();
        return analyzer_;
    }

    std::vector<LinkageRecord> heads() const {
        std::vector<LinkageRecord> records;
        records.reserve(groups_.size());
        for (const Group& each : groups_)
            records.push_back(linkage_record(each.merged));
        return records;
    }

    std::size_t add_group(SourcedEntity record) {
        group_of_id_.emplace(record.entity.id, groups_.size());
        Entity merged = record.entity;
        groups_.push_back({{std::move(record)}, std::move(merged)});
        return groups_.size() - 1;
    }

    std::vector<std::size_t> place_first(EntityList list) {
        std::vector<std::size_t> groups;
        groups.reserve(list.entities.size());
        for (std::size_t i = 0; i < list.entities.size(); ++i)
            groups.push_back(add_group(taken(list, i)));
        return groups;
    }

    static SourcedEntity taken(EntityList& list, std::size_t row) {
        return {list.source, std::move(list.entities[row]), std::move(list.made_ids[row])};
    }

    std::vector<std::size_t> link_and_place(EntityList list) {
        const Linker linker(analyzer(), context_.region, heads(), context_.decisions);
        const std::vector<LinkResult> results =
            linker.link_all(linkage_records(list.entities), context_.progress);
        std::vector<Target> targets;
        targets.reserve(results.size());
        for (std::size_t i = 0; i < results.size(); ++i)
            targets.push_back(target_of(list, i, results[i], linker));
        keep_one_row_each(targets);
        std::vector<std::size_t> groups;
        groups.reserve(targets.size());
        for (std::size_t i = 0; i < targets.size(); ++i)
            groups.push_back(place(taken(list, i), std::move(targets[i])));
        return groups;
    }

    /// Rows that name themselves by their words alone may stand twice in their list. A number or a
    /// decision makes two rows one; what else looks alike is told, once.
    std::vector<Twins> twins_of(const EntityList& list) {
        const std::vector<Entity>& rows = list.entities;
        std::vector<bool> is_made;
        is_made.reserve(rows.size());
        for (const std::string& each : list.made_ids)
            is_made.push_back(!each.empty());
        if (rows.size() < 2 || std::ranges::find(is_made, true) == is_made.end()) return {};
        const Linker linker(analyzer(), context_.region, linkage_records(rows), context_.decisions);
        std::vector<LinkResult> results = linker.link_within(is_made, context_.progress);
        std::vector<Twins> twins;
        SameRows same(rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i)
            for (const auto& [other, comparison] : results[i].candidates) {
                if (!is_sure(comparison)) continue;
                twins.emplace_back(i, other);
                same.join(i, other);
            }
        std::set<Twins> told;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            std::erase_if(results[i].candidates, [&](const LinkCandidate& each) {
                if (each.entity > i && is_made[each.entity]) return true;  // told of that one
                // Two numbers in one list are two bodies, however alike their names are.
                if (!agreeing_number(each.comparison) &&
                    !differing_numbers(each.comparison).empty())
                    return true;
                const Twins pair = std::minmax(same.first_of(i), same.first_of(each.entity));
                return pair.first == pair.second || !told.insert(pair).second;
            });
            if (!results[i].candidates.empty())
                tell_likeness(rows, i, std::move(results[i]), linker);
        }
        return twins;
    }

    void tell_likeness(const std::vector<Entity>& rows, std::size_t row, LinkResult result,
                       const Linker& linker) {
        const Entity& entity = rows[row];
        const Provenance& first = rows[result.candidates.front().entity].provenance;
        const std::string other = row_text(first.row, first.sheet.value_or(""));
        result.band = Band::ambiguous;
        LinkOutcome outcome = outcome_of(linker, linkage_record(entity), entity.provenance, result);
        outcome.reason = fmt::format("na tej samej liście, {}", other);
        diagnostics_.push_back(about(entity, Severity::warning, entity.name,
                                     fmt::format("może stać na liście dwa razy, patrz {}: {}",
                                                 other, candidates_in_short(outcome)),
                                     decision_advice(outcome)));
        links_.push_back(std::move(outcome));
    }

    Target target_of(const EntityList& list, std::size_t row, const LinkResult& result,
                     const Linker& linker) {
        const Entity& entity = list.entities[row];
        Target target;
        target.outcome = outcome_of(linker, linkage_record(entity), entity.provenance, result);
        const auto own = group_of_id_.find(entity.id);
        if (own == group_of_id_.end() || !list.made_ids[row].empty()) {
            if (result.band != Band::linked) return target;
            target.group = result.candidates.front().entity;
            target.is_sure = is_sure(result.candidates.front().comparison);
            return target;
        }
        target.group = own->second;
        target.is_by_id = true;
        RecordAnalyzer records = linker.record_analyzer();
        target.is_refused = has_conflict(linker.compare(
            linker.analyze(linkage_record(entity), records), linker.entities()[own->second]));
        return target;
    }

    /// Two rows of one list are two entities until a number or a person says otherwise.
    static void keep_one_row_each(std::vector<Target>& targets) {
        std::unordered_map<std::size_t, std::size_t> rows_of_group;
        for (const Target& each : targets)
            if (each.group) ++rows_of_group[*each.group];
        for (Target& each : targets) {
            if (!each.group || each.is_by_id || each.is_sure || rows_of_group[*each.group] == 1)
                continue;
            each.group.reset();
            each.outcome.band = Band::ambiguous;
        }
    }

    /// The group it came to; kNowhere when it was refused.
    std::size_t place(SourcedEntity record, Target target) {
        const Entity& entity = record.entity;
        if (target.is_refused) {
            diagnostics_.push_back(
                about(entity, Severity::error, entity.id,
                      "ten identyfikator ma w innej liście podmiot o innym KRS, NIP albo REGON",
                      "popraw numer albo identyfikator; wiersz pominięto"));
            return kNowhere;
        }
        keep_apart_if_decided(entity, target);
        if (target.outcome.band == Band::ambiguous && !target.group)
            diagnostics_.push_back(
                about(entity, Severity::warning, entity.name,
                      fmt::format("stoi osobno, ale może to ten sam podmiot "
                                  "co {}{}{}",
                                  candidates_in_short(target.outcome),
                                  target.outcome.reason.empty() ? "" : "; ", target.outcome.reason),
                      decision_advice(target.outcome)));
        if (!target.is_by_id) links_.push_back(std::move(target.outcome));
        if (!target.group) return add_group(std::move(record));
        group_of_id_.emplace(entity.id, *target.group);
        groups_[*target.group].records.push_back(std::move(record));
        return *target.group;
    }

    /// "Different", said of two records of which either stands on one side.
    const Decision* separating(const std::vector<SourcedEntity>& one,
                               const std::vector<SourcedEntity>& other) const {
        const Decisions& decisions = context_.decisions;
        if (decisions.all().empty()) return nullptr;
        for (const SourcedEntity& a : one) {
            const auto subjects = subjects_of(linkage_record(a.entity));
            for (const SourcedEntity& b : other) {
                const Decision* found =
                    decisions.between(subjects, subjects_of(linkage_record(b.entity)));
                if (found && !found->is_same) return found;
            }
        }
        return nullptr;
    }

    /// What the program found must not undo what a person said of another record of the group.
    void keep_apart_if_decided(const Entity& entity, Target& target) {
        if (!target.group || target.is_by_id || context_.decisions.all().empty()) return;
        const Decision* decision = separating({{"", entity, ""}}, groups_[*target.group].records);
        if (!decision) return;
        target.group.reset();
        target.outcome.band = Band::ambiguous;
        target.outcome.reason = fmt::format(
            "decyzja z wiersza {} mówi, że to nie to samo co zapis, który już do "
            "niego należy",
            decision->row);
    }

    /// The later group into the earlier one, whose id stays.
    bool join(std::size_t one, std::size_t other) {
        const auto [into, from] = std::minmax(one, other);
        auto& records = groups_[from].records;
        if (into == from || records.empty() || groups_[into].records.empty()) return false;
        if (const Decision* decision = separating(groups_[into].records, records)) {
            diagnostics_.push_back(about(
                records.front().entity, Severity::error, records.front().entity.name,
                fmt::format("nie połączono z [{}], choć inna decyzja albo numer tak mówi: decyzja "
                            "z wiersza {} mówi, że to nie to samo",
                            groups_[into].records.front().entity.id, decision->row),
                fmt::format("popraw decyzje w {}", kDecisionsFile)));
            return false;
        }
        for (const SourcedEntity& a : groups_[into].records)
            for (const SourcedEntity& b : records) {
                if (!have_conflicting_numbers(a.entity, b.entity)) continue;
                diagnostics_.push_back(about(
                    b.entity, Severity::error, b.entity.name,
                    fmt::format("nie połączono z [{}], choć decyzja albo numer tak mówi: mają "
                                "różne KRS lub NIP",
                                a.entity.id),
                    fmt::format("popraw numer na liście albo decyzje w {}", kDecisionsFile)));
                return false;
            }
        std::move(records.begin(), records.end(), std::back_inserter(groups_[into].records));
        records.clear();
        return true;
    }

    void merge_groups() {
        for (Group& each : groups_)
            if (each.records.size() > 1) each.merged = merge_records(each.records, context_.rules);
    }

    const MergeContext& context_;
    Diagnostics& diagnostics_;
    std::shared_ptr<const Analyzer> analyzer_;
    std::vector<Group> groups_;
    std::unordered_map<std::string, std::size_t> group_of_id_;
    std::vector<LinkOutcome> links_;
};

}  // namespace

void make_ids_distinct(std::vector<EntityList>& lists) {
    std::unordered_set<std::string> taken;
    const auto each_row = [&](bool is_made, auto act) {
        for (EntityList& list : lists)
            for (std::size_t i = 0; i < list.entities.size(); ++i)
                if (list.made_ids[i].empty() != is_made) act(list.entities[i].id, list.made_ids[i]);
    };
    each_row(false, [&](const std::string& id, const std::string&) { taken.insert(id); });
    each_row(true, [&](std::string& id, const std::string& made_id) {
        if (taken.contains(id)) id = first_free_id(made_id, taken);
        taken.insert(id);
    });
}

MergedLists merge_lists(std::vector<EntityList> lists, const MergeContext& context,
                        Diagnostics& diagnostics) {
    ListMerger merger(context, diagnostics);
    for (EntityList& each : lists)
        merger.add(std::move(each));
    merger.obey_decisions();
    return merger.take();
}

}  // namespace wespol
