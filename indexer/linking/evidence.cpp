// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/linking/evidence.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include <fmt/format.h>

namespace wespol {

std::string_view code(Band band) {
    constexpr std::array<std::string_view, 3> codes{"different", "ambiguous", "linked"};
    return codes[static_cast<std::size_t>(band)];
}

std::string_view label(Band band) {
    constexpr std::array<std::string_view, 3> labels{"różne", "do rozstrzygnięcia",
                                                     "ten sam podmiot"};
    return labels[static_cast<std::size_t>(band)];
}

const Evidence* agreeing_number(const Comparison& comparison) {
    const auto found = std::ranges::find_if(comparison.evidence, [](const Evidence& each) {
        return each.what == "identifier" && each.weight > 0;
    });
    return found == comparison.evidence.end() ? nullptr : &*found;
}

std::string differing_numbers(const Comparison& comparison) {
    std::string text;
    for (const Evidence& each : comparison.evidence)
        if (each.what == "identifier" && each.weight < 0)
            text +=
                fmt::format("{}{}: {} i {}", text.empty() ? "" : "; ", each.says, each.a, each.b);
    return text;
}

bool is_decided(const Comparison& comparison) {
    return std::ranges::any_of(comparison.evidence,
                               [](const Evidence& each) { return each.what == "decision"; });
}

std::string in_short(const std::vector<Evidence>& evidence, std::size_t most) {
    std::vector<const Evidence*> heaviest;
    heaviest.reserve(evidence.size());
    for (const Evidence& each : evidence)
        heaviest.push_back(&each);
    std::stable_sort(heaviest.begin(), heaviest.end(), [](const Evidence* x, const Evidence* y) {
        return std::abs(x->weight) > std::abs(y->weight);
    });
    std::string text;
    for (std::size_t i = 0; i < std::min(most, heaviest.size()); ++i) {
        std::string weight = fmt::format("{:+.1f}", heaviest[i]->weight);
        std::replace(weight.begin(), weight.end(), '.', ',');
        text += fmt::format("{}{} ({})", i == 0 ? "" : "; ", heaviest[i]->says, weight);
    }
    return text;
}

}  // namespace wespol
