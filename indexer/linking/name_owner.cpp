// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/linking/name_owner.h"

#include "indexer/linking/weights.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace wespol {

void NameOwner::consider(std::uint32_t entity, const Comparison& comparison) {
    const bool is_owner = comparison.name_band != Band::different &&
                          comparison.name_score >= weights::kLinked &&
                          !agreeing_number(comparison) && !is_decided(comparison);
    if (!is_owner || (best_ && best_->comparison.name_score >= comparison.name_score)) return;
    best_ = LinkCandidate{entity, comparison};
}

void NameOwner::contest(LinkResult& result, const std::vector<ComparableRecord>& entities) const {
    const auto numbered = std::ranges::find_if(result.candidates, [](const LinkCandidate& each) {
        return agreeing_number(each.comparison) != nullptr;
    });
    if (!best_ || (!result.candidates.empty() && is_decided(result.candidates.front().comparison)))
        return;
    if (numbered == result.candidates.end())
        contest_by_other_number(result, entities);
    else
        contest_by_number_of_another(result, *numbered, entities);
}

void NameOwner::contest_by_other_number(LinkResult& result,
                                        const std::vector<ComparableRecord>& entities) const {
    const std::string differing = differing_numbers(best_->comparison);
    if (differing.empty() || best_->comparison.name_band != Band::linked) return;
    const bool another_is_plain =
        result.band == Band::linked && result.candidates.front().comparison.name_score >=
                                           best_->comparison.name_score + weights::kMargin;
    if (another_is_plain) return;
    LinkCandidate by_name = *best_;
    by_name.comparison.band = Band::ambiguous;
    result.reason = fmt::format("nazwa i miejscowość jak „{}”, ale {}",
                                entities[by_name.entity].name, differing);
    std::erase_if(result.candidates,
                  [&](const LinkCandidate& each) { return each.entity == by_name.entity; });
    result.candidates.insert(result.candidates.begin(), std::move(by_name));
    result.band = Band::ambiguous;
}

void NameOwner::contest_by_number_of_another(LinkResult& result, LinkCandidate by_number,
                                             const std::vector<ComparableRecord>& entities) const {
    LinkCandidate by_name = *best_;
    if (by_number.comparison.name_score + weights::kMargin > by_name.comparison.name_score) return;
    result.reason = fmt::format("numer {} należy do „{}”, a nazwa wskazuje na „{}”",
                                agreeing_number(by_number.comparison)->a,
                                entities[by_number.entity].name, entities[by_name.entity].name);
    std::erase_if(result.candidates, [&](const LinkCandidate& each) {
        return each.entity == by_number.entity || each.entity == by_name.entity;
    });
    by_number.comparison.band = by_name.comparison.band = Band::ambiguous;
    result.candidates.insert(result.candidates.begin(), {std::move(by_number), std::move(by_name)});
    result.band = Band::ambiguous;
}

}  // namespace wespol
