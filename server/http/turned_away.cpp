// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/turned_away.h"

#include <utility>

namespace wespol {

void TurnedAway::note(std::string_view reason, std::string_view request_id) {
    const std::lock_guard lock(mutex_);
    auto found = counts_.find(reason);
    if (found == counts_.end()) found = counts_.emplace(reason, Those{}).first;
    Those& those = found->second;
    if (++those.times == 1) those.first_id = request_id;
    those.last_id = request_id;
}

TurnedAway::Counts TurnedAway::due(Clock::time_point now) {
    const std::lock_guard lock(mutex_);
    if (counts_.empty() || now < next_) return {};
    next_ = now + std::chrono::minutes(1);
    return std::exchange(counts_, {});
}

}  // namespace wespol
