// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/linking/name_pair.h"

#include "indexer/linking/weights.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

/// An agreement that no other evidence may overturn, or one that none may mend.
bool is_settled(const Comparison& comparison) {
    return std::any_of(
        comparison.evidence.begin(), comparison.evidence.end(),
        [](const Evidence& each) { return each.what == "identifier" || each.what == "decision"; });
}

/// Place, form or number of one name speaks against the other, whatever the catalogue may hold.
bool is_contradicted(const Comparison& comparison) {
    return std::any_of(
        comparison.evidence.begin(), comparison.evidence.end(), [](const Evidence& each) {
            return each.weight <= weights::kUnknownTown &&
                   (each.what == "place" || each.what == "legal_form" || each.what == "number");
        });
}

void add(Comparison& comparison, double weight, std::string a, std::string b, std::string says) {
    comparison.score += weight;
    comparison.evidence.push_back(
        {"catalogue", std::move(a), std::move(b), weight, std::move(says)});
}

void add_catalogue(const Linker& linker, const LinkResult& a, const LinkResult& b,
                   Comparison& comparison) {
    if (a.candidates.empty() || b.candidates.empty()) return;
    const ComparableRecord& best_a = linker.entities()[a.candidates.front().entity];
    const ComparableRecord& best_b = linker.entities()[b.candidates.front().entity];
    const bool is_a_linked = a.band == Band::linked;
    const bool is_b_linked = b.band == Band::linked;
    if (is_a_linked && is_b_linked && best_a.id != best_b.id) {
        add(comparison, weights::kOtherInCatalogue, best_a.id, best_b.id,
            "katalog zna je jako dwa podmioty");
        comparison.band = Band::different;
        return;
    }
    if (is_a_linked && is_b_linked) {
        add(comparison, weights::kSameInCatalogue, best_a.id, best_b.id,
            fmt::format("w katalogu obie nazwy ma „{}”", best_a.name));
        comparison.band = Band::linked;
        return;
    }
    const auto may_be = [](const LinkResult& result, std::size_t entity) {
        return std::any_of(result.candidates.begin(), result.candidates.end(),
                           [&](const LinkCandidate& each) { return each.entity == entity; });
    };
    const bool is_only_one = a.candidates.size() == 1 && b.candidates.size() == 1 &&
                             a.candidates.front().entity == b.candidates.front().entity;
    const bool is_possible = is_only_one ||
                             (is_a_linked && may_be(b, a.candidates.front().entity)) ||
                             (is_b_linked && may_be(a, b.candidates.front().entity));
    if (!is_possible || is_contradicted(comparison)) return;
    add(comparison, 0, best_a.id, best_b.id,
        fmt::format("w katalogu obie nazwy może mieć „{}”",
                    is_a_linked || is_only_one ? best_a.name : best_b.name));
    comparison.band = std::max(comparison.band, Band::ambiguous);
}

}  // namespace

Comparison compare_listed_names(const Linker& linker, const std::string& a, const std::string& b) {
    RecordAnalyzer analyzer = linker.record_analyzer();
    LinkageRecord first, second;
    first.name = a;
    second.name = b;
    const ComparableRecord left = linker.analyze(first, analyzer);
    const ComparableRecord right = linker.analyze(second, analyzer);
    Comparison comparison = linker.compare(left, right);
    if (!is_settled(comparison))
        add_catalogue(linker, linker.link(left), linker.link(right), comparison);
    return comparison;
}

}  // namespace wespol
