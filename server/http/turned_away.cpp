// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/turned_away.h"

#include <utility>

namespace wespol {

void TurnedAway::note(std::string_view reason) {
    const std::lock_guard lock(mutex_);
    const auto found = counts_.find(reason);
    if (found != counts_.end())
        ++found->second;
    else
        counts_.emplace(reason, 1);
}

TurnedAway::Counts TurnedAway::due(Clock::time_point now) {
    const std::lock_guard lock(mutex_);
    if (counts_.empty() || now < next_) return {};
    next_ = now + std::chrono::minutes(1);
    return std::exchange(counts_, {});
}

}  // namespace wespol
