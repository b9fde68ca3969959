// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/linking/linker.h"

#include "indexer/linking/name_owner.h"
#include "indexer/linking/weights.h"

#include <algorithm>
#include <future>
#include <thread>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

void obey(const Decision& decision, Comparison& comparison) {
    const double weight = decision.is_same ? weights::kDecision : -weights::kDecision;
    comparison.band = decision.is_same ? Band::linked : Band::different;
    comparison.score += weight;
    comparison.evidence.insert(
        comparison.evidence.begin(),
        {"decision", decision.a, decision.b, weight,
         fmt::format("decyzja ({}, {}): {}", decision.by, decision.on, decision.why)});
}

/// Two candidates close to each other are for a person to tell apart.
Band band_of_best(const std::vector<LinkCandidate>& candidates) {
    if (candidates.empty()) return Band::different;
    const Comparison& best = candidates.front().comparison;
    if (best.band != Band::linked || candidates.size() == 1) return best.band;
    if (is_decided(best)) return Band::linked;  // of several all, and nothing else
    const Comparison& second = candidates[1].comparison;
    if (agreeing_number(best) && !agreeing_number(second)) return Band::linked;
    const bool is_close =
        second.band == Band::linked || second.score > best.score - weights::kMargin;
    return is_close ? Band::ambiguous : Band::linked;
}

/// `work` gets parts of 0 … size, one for each core.
template <class Work>
void on_all_cores(std::size_t size, Work work) {
    const std::size_t threads = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t share = size / threads + 1;
    std::vector<std::future<void>> parts;
    for (std::size_t begin = 0; begin < size; begin += share)
        parts.push_back(std::async(std::launch::async, work, begin, std::min(begin + share, size)));
    for (std::future<void>& part : parts)
        part.get();
}

}  // namespace

Linker::Linker(std::shared_ptr<const Analyzer> analyzer, const Region& region,
               const std::vector<LinkageRecord>& entities, Decisions decisions)
    : analyzer_(std::move(analyzer)),
      places_(region, *analyzer_),
      rarity_(*analyzer_),
      decisions_(std::move(decisions)) {
    RecordAnalyzer records = record_analyzer();
    entities_.reserve(entities.size());
    for (const LinkageRecord& each : entities) {
        entities_.push_back(records.analyze(each));
        rarity_.count_entity(keys_of(entities_.back()));
        rates_.count_entity(entities_.back());
    }
    for (std::uint32_t i = 0; i < entities_.size(); ++i) {
        weigh(entities_[i], rarity_);
        index_.add(i, entities_[i]);
        for (std::string& subject : subjects_of(entities_[i]))
            entity_by_subject_.emplace(std::move(subject), i);
    }
}

RecordAnalyzer Linker::record_analyzer() const {
    return {*analyzer_, places_};
}

ComparableRecord Linker::analyze(const LinkageRecord& record, RecordAnalyzer& analyzer) const {
    ComparableRecord made = analyzer.analyze(record);
    weigh(made, rarity_);
    return made;
}

Comparison Linker::compare(const ComparableRecord& a, const ComparableRecord& b) const {
    Comparison comparison = Comparator(rates_).compare(a, b);
    if (const Decision* decision = decisions_.between(a, b)) obey(*decision, comparison);
    return comparison;
}

LinkResult Linker::link(const ComparableRecord& record,
                        std::optional<std::size_t> other_than) const {
    std::vector<std::uint32_t> numbers = index_.candidates(record);
    for (const std::string& subject : decisions_.same_as(subjects_of(record))) {
        const auto decided = entity_by_subject_.find(subject);
        if (decided == entity_by_subject_.end()) continue;
        if (std::find(numbers.begin(), numbers.end(), decided->second) == numbers.end())
            numbers.push_back(decided->second);
    }
    if (other_than) std::erase(numbers, *other_than);
    LinkResult result;
    NameOwner owner;
    for (const std::uint32_t number : numbers) {
        Comparison comparison = compare(record, entities_[number]);
        owner.consider(number, comparison);
        if (comparison.band != Band::different)
            result.candidates.push_back({number, std::move(comparison)});
    }
    std::stable_sort(result.candidates.begin(), result.candidates.end(),
                     [](const LinkCandidate& x, const LinkCandidate& y) {
                         return std::pair(x.comparison.band, x.comparison.score) >
                                std::pair(y.comparison.band, y.comparison.score);
                     });
    result.band = band_of_best(result.candidates);
    owner.contest(result, entities_);
    if (result.candidates.size() > kMostCandidates) result.candidates.resize(kMostCandidates);
    return result;
}

std::vector<LinkResult> Linker::link_all(const std::vector<LinkageRecord>& records,
                                         const Progress& progress) const {
    ProgressStage stage(progress, Phase::linking, records.size());
    std::vector<LinkResult> results(records.size());
    on_all_cores(records.size(), [&](std::size_t begin, std::size_t end) {
        RecordAnalyzer analyzer = record_analyzer();
        for (std::size_t i = begin; i < end; ++i) {
            results[i] = link(analyze(records[i], analyzer));
            stage.advance();
        }
    });
    return results;
}

std::vector<LinkResult> Linker::link_within(const std::vector<bool>& is_wanted,
                                            const Progress& progress) const {
    ProgressStage stage(progress, Phase::linking, is_wanted.size());
    std::vector<LinkResult> results(is_wanted.size());
    on_all_cores(is_wanted.size(), [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            if (is_wanted[i]) results[i] = link(entities_[i], i);
            stage.advance();
        }
    });
    return results;
}

}  // namespace wespol
