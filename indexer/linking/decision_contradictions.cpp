// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/linking/decision_contradictions.h"

#include "indexer/source/excerpt.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace wespol {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// Subjects and the records they name, joined by what they name (free) and by decisions (one each).
class DecisionGraph {
  public:
    struct Path {
        std::vector<std::size_t> decisions;
        std::vector<std::size_t> records;  ///< in their order, both ends among them
    };

    DecisionGraph(const Decisions& decisions,
                  const std::vector<std::vector<std::string>>& subjects) {
        std::unordered_set<std::string_view> known;
        for (const std::vector<std::string>& names : subjects)
            known.insert(names.begin(), names.end());
        for (std::size_t i = 0; i < decisions.all().size(); ++i) {
            const auto& [a, b] = decisions.keys(i);
            const std::size_t x = node_of(a);
            const std::size_t y = node_of(b);
            // What no record is called joins nobody: decisions of another kind of records.
            if (decisions.all()[i].is_same && known.contains(a) && known.contains(b)) join(x, y, i);
        }
        for (std::size_t record = 0; record < subjects.size(); ++record) {
            std::size_t own = kNone;
            for (const std::string& subject : subjects[record]) {
                const auto named = node_by_subject_.find(subject);
                if (named == node_by_subject_.end()) continue;
                if (own == kNone) own = add_node(record);
                join(own, named->second, kNone);
            }
        }
    }

    std::size_t size() const { return record_of_.size(); }
    bool is_record(std::size_t node) const { return record_of_[node] != kNone; }
    std::size_t record_of(std::size_t node) const { return record_of_[node]; }

    std::size_t node_of(const std::string& subject) {
        const auto known = node_by_subject_.find(subject);
        if (known != node_by_subject_.end()) return known->second;
        return node_by_subject_[subject] = add_node(kNone);
    }

    /// All nodes that `from` is joined with, itself too.
    std::vector<std::size_t> component(std::size_t from) const {
        std::vector<std::size_t> found{from};
        std::vector<bool> is_known(edges_.size());
        is_known[from] = true;
        for (std::size_t i = 0; i < found.size(); ++i)
            for (const auto& [to, decision] : edges_[found[i]])
                if (!is_known[to]) {
                    is_known[to] = true;
                    found.push_back(to);
                }
        return found;
    }

    /// The way of fewest decisions; null when there is none.
    std::optional<Path> path(std::size_t from, std::size_t to) const {
        std::vector<std::size_t> length(edges_.size(), kNone);
        std::vector<std::pair<std::size_t, std::size_t>> came_by(edges_.size(), {kNone, kNone});
        std::deque<std::size_t> next{from};
        length[from] = 0;
        while (!next.empty()) {
            const std::size_t node = next.front();
            next.pop_front();
            for (const auto& [other, decision] : edges_[node]) {
                const std::size_t there = length[node] + (decision == kNone ? 0 : 1);
                if (there >= length[other]) continue;
                length[other] = there;
                came_by[other] = {node, decision};
                if (decision == kNone)
                    next.push_front(other);
                else
                    next.push_back(other);
            }
        }
        if (length[to] == kNone) return std::nullopt;
        Path path;
        for (std::size_t node = to; node != kNone; node = came_by[node].first) {
            add_records(node, from, path.records);
            if (came_by[node].second != kNone) path.decisions.push_back(came_by[node].second);
        }
        std::ranges::reverse(path.records);
        return path;
    }

  private:
    struct Edge {
        std::size_t to, decision;
    };

    /// What stands at the node: a record, or those that the subject names. The first comes last.
    void add_records(std::size_t node, std::size_t first, std::vector<std::size_t>& records) const {
        const auto add = [&](std::size_t each) {
            if (is_record(each) && std::ranges::find(records, record_of(each)) == records.end())
                records.push_back(record_of(each));
        };
        if (is_record(node)) return add(node);
        for (const auto& [to, decision] : edges_[node])
            if (decision == kNone && to != first) add(to);
    }

    std::size_t add_node(std::size_t record) {
        record_of_.push_back(record);
        edges_.emplace_back();
        return edges_.size() - 1;
    }

    void join(std::size_t a, std::size_t b, std::size_t decision) {
        edges_[a].push_back({b, decision});
        edges_[b].push_back({a, decision});
    }

    std::unordered_map<std::string, std::size_t> node_by_subject_;
    std::vector<std::size_t> record_of_;  ///< of each node; kNone: it is a subject
    std::vector<std::vector<Edge>> edges_;
};

/// One look at all decisions that are left.
class Round {
  public:
    Round(const Decisions& decisions, const std::vector<std::vector<std::string>>& subjects,
          const CannotBeOne& cannot_be_one)
        : decisions_(decisions), graph_(decisions, subjects), cannot_be_one_(cannot_be_one) {
        look_for_different();
        look_for_apart();
    }

    std::set<std::size_t> contradicting;  ///< numbers of decisions
    std::vector<Contradiction> found;

  private:
    /// "Same" leads where "different" says it does not.
    void look_for_different() {
        for (std::size_t i = 0; i < decisions_.all().size(); ++i) {
            if (decisions_.all()[i].is_same) continue;
            const auto& [a, b] = decisions_.keys(i);
            auto path = graph_.path(graph_.node_of(a), graph_.node_of(b));
            if (!path || path->decisions.empty()) continue;
            path->decisions.push_back(i);
            add(*path);
        }
    }

    /// "Same" leads from a record to one that it cannot be, and no decision says so of the two.
    void look_for_apart() {
        std::set<std::size_t> seen;
        for (std::size_t node = 0; node < graph_.size(); ++node) {
            if (!graph_.is_record(node) || seen.contains(node)) continue;
            std::vector<std::size_t> together = graph_.component(node);
            std::erase_if(together, [&](std::size_t each) { return !graph_.is_record(each); });
            std::ranges::sort(together);
            seen.insert(together.begin(), together.end());
            for (std::size_t i = 0; i < together.size(); ++i)
                for (std::size_t j = i + 1; j < together.size(); ++j)
                    if (cannot_be_one_(graph_.record_of(together[i]),
                                       graph_.record_of(together[j])))
                        look_at(together[i], together[j]);
        }
    }

    void look_at(std::size_t one, std::size_t other) {
        const auto path = graph_.path(one, other);
        const bool is_told_of_the_two = !path || path->decisions.size() < 2;
        if (is_told_of_the_two) return;
        // Who joined two that differ knows that they differ.
        for (std::size_t i = 1; i < path->records.size() && path->records.size() > 2; ++i)
            if (cannot_be_one_(path->records[i - 1], path->records[i])) return;
        add(*path);
    }

    void add(const DecisionGraph::Path& path) {
        std::set<std::size_t> numbers(path.decisions.begin(), path.decisions.end());
        const bool is_told =
            std::ranges::all_of(numbers, [&](std::size_t i) { return contradicting.contains(i); });
        if (is_told) return;
        contradicting.insert(numbers.begin(), numbers.end());
        Contradiction made;
        for (const std::size_t i : numbers)
            made.decisions.push_back(decisions_.all()[i]);
        made.records = path.records;
        found.push_back(std::move(made));
    }

    const Decisions& decisions_;
    DecisionGraph graph_;
    const CannotBeOne& cannot_be_one_;
};

}  // namespace

std::vector<Contradiction> take_out_contradictions(
    Decisions& decisions, const std::vector<std::vector<std::string>>& subjects,
    const CannotBeOne& cannot_be_one) {
    std::vector<Contradiction> all;
    while (!decisions.all().empty()) {
        Round round(decisions, subjects, cannot_be_one);
        if (round.found.empty()) break;
        decisions = decisions.without(round.contradicting);
        std::ranges::move(round.found, std::back_inserter(all));
    }
    return all;
}

Diagnostic report(const Contradiction& contradiction, const std::string& published) {
    std::vector<std::string> told;
    for (const Decision& each : contradiction.decisions)
        told.push_back(fmt::format("wiersz {}: „{}” i „{}” to {}", each.row, excerpt(each.a),
                                   excerpt(each.b), each.is_same ? "to samo" : "nie to samo"));
    Diagnostic made;
    made.file = kDecisionsFile;
    made.row = contradiction.decisions.front().row;
    made.message =
        fmt::format("decyzje przeczą sobie, żadnej nie uwzględniono ({})", fmt::join(told, "; "));
    made.advice =
        "zostaw tę, która jest prawdziwa; jeśli wszystkie te zapisy to jedno, dopisz "
        "decyzję o każdej parze";
    if (!published.empty()) made.advice += fmt::format("; w katalogu są: {}", published);
    return made;
}

}  // namespace wespol
