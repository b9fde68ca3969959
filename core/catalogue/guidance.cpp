// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/guidance.h"

#include <algorithm>

namespace wespol {

const ProcurementThreshold* threshold_on(const std::vector<ProcurementThreshold>& thresholds,
                                         Day day) {
    const auto found = std::ranges::find_if(thresholds, [&](const ProcurementThreshold& each) {
        const auto& first = each.from.earliest();
        const bool has_ended = each.until && each.until->latest() && day > *each.until->latest();
        return first && *first <= day && !has_ended;
    });
    return found == thresholds.end() ? nullptr : &*found;
}

}  // namespace wespol
