// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/support.h"

#include <algorithm>

namespace wespol {
namespace {

bool has_dates(const SupportPeriod& period) {
    return period.from || period.until;
}

Serving serving_on(const SupportPeriod& period, Day day, Day today) {
    const auto first = period.from ? period.from->earliest() : std::nullopt;
    const auto last = period.until ? period.until->latest() : std::nullopt;
    if ((first && day < *first) || (last && day > *last)) return Serving::no;
    const auto surely_from = period.from ? period.from->latest() : std::nullopt;
    const auto surely_until = period.until ? period.until->earliest() : std::optional(today);
    const bool is_sure = surely_from && *surely_from <= day && surely_until && day <= *surely_until;
    return is_sure ? Serving::surely : Serving::maybe;
}

}  // namespace

CentreOnDay centre_on(const SupportCentre& centre, Day day, Day today) {
    CentreOnDay found{&centre, Serving::no, nullptr};
    if (std::ranges::none_of(centre.periods, has_dates)) {
        found.serving = Serving::maybe;
        return found;
    }
    for (const SupportPeriod& period : centre.periods) {
        if (!has_dates(period)) continue;
        const Serving serving = serving_on(period, day, today);
        if (serving >= found.serving) continue;
        found.serving = serving;
        found.period = &period;
    }
    return found;
}

std::vector<CentreOnDay> centres_on(const std::vector<SupportCentre>& centres,
                                    std::string_view subregion, Day day, Day today) {
    std::vector<CentreOnDay> surely, maybe;
    for (const SupportCentre& each : centres) {
        if (each.kind != "owes" || each.subregion != subregion) continue;
        const CentreOnDay found = centre_on(each, day, today);
        if (found.serving == Serving::surely) surely.push_back(found);
        if (found.serving == Serving::maybe) maybe.push_back(found);
    }
    return surely.empty() ? maybe : surely;
}

}  // namespace wespol
