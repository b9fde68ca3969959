// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/merging/entity_lists.h"

#include "indexer/linking/linker.h"
#include "indexer/merging/entity_merger.h"
#include "indexer/source/excerpt.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <unordered_map>
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
    return {severity,       entity.provenance.file, entity.provenance.row, "",
            excerpt(value), std::move(message),     std::move(advice)};
}

bool has_conflict(const Comparison& comparison) {
    return std::ranges::any_of(comparison.evidence, [](const Evidence& each) {
        return each.what == "identifier" && each.weight < 0;
    });
}

std::string subject_line(const LinkOutcome& outcome) {
    return fmt::format("rozstrzygnij i dopisz w {}: {}", kDecisionsFile,
                       decision_line(outcome.record, outcome.candidates.front().id));
}

class ListMerger {
  public:
    ListMerger(const MergeContext& context, Diagnostics& diagnostics)
        : context_(context), diagnostics_(diagnostics) {}

    void add(EntityList list) {
        if (groups_.empty()) {
            for (Entity& each : list.entities)
                add_group(list.source, std::move(each));
            return;
        }
        const Linker linker(analyzer(), context_.region, heads(), context_.decisions);
        const std::vector<LinkResult> results =
            linker.link_all(linkage_records(list.entities), context_.progress);
        std::vector<Target> targets;
        targets.reserve(results.size());
        for (std::size_t i = 0; i < results.size(); ++i)
            targets.push_back(target_of(list.entities[i], results[i], linker));
        keep_one_row_each(targets);
        for (std::size_t i = 0; i < targets.size(); ++i)
            place(list.source, std::move(list.entities[i]), std::move(targets[i]));
        merge_groups();
    }

    /// What a person joined though no two lists did.
    void obey_decisions() {
        std::unordered_map<std::string, std::size_t> by_subject;
        for (std::size_t i = 0; i < groups_.size(); ++i)
            for (const auto& [source, entity] : groups_[i].records)
                for (std::string& subject : subjects_of(linkage_record(entity)))
                    by_subject.emplace(std::move(subject), i);
        bool is_joined = false;
        for (std::size_t i = 0; i < groups_.size(); ++i) {
            if (groups_[i].records.empty()) continue;
            const auto records = groups_[i].records;
            for (const auto& [source, entity] : records)
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
            for (const auto& [source, entity] : group.records)
                if (entity.id != group.merged.id)
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
        bool is_refused = false;
        LinkOutcome outcome;
    };

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

    void add_group(const std::string& source, Entity entity) {
        group_of_id_.emplace(entity.id, groups_.size());
        groups_.push_back({{{source, entity}}, std::move(entity)});
    }

    Target target_of(const Entity& entity, const LinkResult& result, const Linker& linker) {
        Target target;
        target.outcome = outcome_of(linker, linkage_record(entity), entity.provenance, result);
        const auto own = group_of_id_.find(entity.id);
        if (own == group_of_id_.end()) {
            if (result.band == Band::linked) target.group = result.candidates.front().entity;
            return target;
        }
        target.group = own->second;
        target.is_by_id = true;
        RecordAnalyzer records = linker.record_analyzer();
        target.is_refused = has_conflict(linker.compare(
            linker.analyze(linkage_record(entity), records), linker.entities()[own->second]));
        return target;
    }

    /// Two rows of one list are two entities until a person says otherwise.
    static void keep_one_row_each(std::vector<Target>& targets) {
        std::unordered_map<std::size_t, std::size_t> rows_of_group;
        std::unordered_map<std::size_t, bool> has_own;
        for (const Target& each : targets)
            if (each.group) {
                ++rows_of_group[*each.group];
                has_own[*each.group] |= each.is_by_id;
            }
        for (Target& each : targets) {
            if (!each.group || each.is_by_id || rows_of_group[*each.group] == 1) continue;
            each.group.reset();
            each.outcome.band = Band::ambiguous;
        }
    }

    void place(const std::string& source, Entity entity, Target target) {
        if (target.is_refused) {
            diagnostics_.push_back(
                about(entity, Severity::error, entity.id,
                      "ten identyfikator ma w innej liście podmiot o innym KRS, NIP albo REGON",
                      "popraw numer albo identyfikator; wiersz pominięto"));
            return;
        }
        if (target.outcome.band == Band::ambiguous && !target.group)
            diagnostics_.push_back(about(entity, Severity::warning, entity.name,
                                         "stoi osobno, ale może to ten sam podmiot co " +
                                             candidates_in_short(target.outcome),
                                         subject_line(target.outcome)));
        if (!target.is_by_id) links_.push_back(std::move(target.outcome));
        if (!target.group) return add_group(source, std::move(entity));
        group_of_id_.emplace(entity.id, *target.group);
        groups_[*target.group].records.push_back({source, std::move(entity)});
    }

    bool join(std::size_t into, std::size_t from) {
        auto& records = groups_[from].records;
        if (records.empty()) return false;
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

MergedLists merge_lists(std::vector<EntityList> lists, const MergeContext& context,
                        Diagnostics& diagnostics) {
    ListMerger merger(context, diagnostics);
    for (EntityList& each : lists)
        merger.add(std::move(each));
    merger.obey_decisions();
    return merger.take();
}

}  // namespace wespol
