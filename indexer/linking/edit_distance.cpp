// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/linking/edit_distance.h"

#include <algorithm>
#include <array>
#include <vector>

namespace wespol {

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t bound) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > bound) return bound + 1;
    constexpr std::size_t longest = 48;
    if (b.size() > longest) return a == b ? 0 : bound + 1;

    // Optimal string alignment over three rolling rows.
    std::array<std::array<std::size_t, longest + 1>, 3> rows{};
    for (std::size_t j = 0; j <= a.size(); ++j)
        rows[0][j] = j;
    for (std::size_t i = 1; i <= b.size(); ++i) {
        auto& row = rows[i % 3];
        const auto& above = rows[(i + 2) % 3];
        const auto& two_above = rows[(i + 1) % 3];
        row[0] = i;
        std::size_t least = i;
        for (std::size_t j = 1; j <= a.size(); ++j) {
            const std::size_t changed = above[j - 1] + (b[i - 1] == a[j - 1] ? 0 : 1);
            row[j] = std::min({changed, above[j] + 1, row[j - 1] + 1});
            const bool is_swap = i > 1 && j > 1 && b[i - 1] == a[j - 2] && b[i - 2] == a[j - 1];
            if (is_swap) row[j] = std::min(row[j], two_above[j - 2] + 1);
            least = std::min(least, row[j]);
        }
        if (least > bound) return bound + 1;
    }
    return std::min(rows[b.size() % 3][a.size()], bound + 1);
}

std::size_t believable_slips(std::size_t longer) {
    if (longer < 5) return 0;
    return longer < 9 ? 1 : 2;
}

bool are_mistyped(std::string_view a, std::string_view b) {
    const std::size_t bound = believable_slips(std::max(a.size(), b.size()));
    if (bound == 0 || a == b) return false;
    return edit_distance(a, b, bound) <= bound;
}

}  // namespace wespol
