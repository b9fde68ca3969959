// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/state_reading.h"

#include <cstddef>
#include <utility>

namespace wespol {
std::vector<FoundConcepts> find_states(const PlainWords& words, const StateFinder& finder,
                                       const KnownNames& names) {
    std::vector<FoundConcepts> states;
    for (std::size_t at = 0; at < words.size();) {
        FoundConcepts found = finder.longest_at(words.lemmas(), at);
        const bool is_state = found.count > 0 && words.are_together(at, found.count) &&
                              !are_part_of_name(words, found.first, found.count, names);
        at += is_state ? found.count : 1;
        if (is_state) states.push_back(std::move(found));
    }
    return states;
}

}  // namespace wespol
