// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/state_reading.h"

#include "core/search/concept_reading.h"
#include "core/support/joined.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace wespol {
namespace {

/// The dictionary gives "niemający certyfikatu" the lemmas of "mający certyfikat".
bool says_the_opposite(const PlainWords& words, const FoundConcepts& found) {
    if (found.count == 1) return false;  // the finder has compared the word itself
    for (std::size_t i = found.first; i < found.first + found.count; ++i) {
        const Lemmas& lemmas = words.lemmas()[i];
        if (words.surface(i).starts_with("nie") &&
            std::none_of(lemmas.begin(), lemmas.end(),
                         [](const std::string& lemma) { return lemma.starts_with("nie"); }))
            return true;
    }
    return false;
}

/// "Aktywni Koło": in this very form it is what somebody is called.
bool are_own_name(const PlainWords& words, const FoundConcepts& found, const KnownNames& names) {
    const auto from = words.surfaces().begin() + static_cast<std::ptrdiff_t>(found.first);
    return names.is_name(
        joined(std::vector(from, from + static_cast<std::ptrdiff_t>(found.count)), " "));
}

}  // namespace

std::vector<FoundConcepts> find_states(const PlainWords& words, const StateFinder& finder,
                                       const KnownNames& names, const ConceptFinder& concepts) {
    std::vector<FoundConcepts> states;
    for (std::size_t at = 0; at < words.size();) {
        FoundConcepts found = finder.longest_at(words.lemmas(), words.surfaces(), at);
        const bool is_state = found.count > 0 && words.are_together(at, found.count) &&
                              !says_the_opposite(words, found) &&
                              !are_own_name(words, found, names) &&
                              !are_part_of_name(words, found.first, found.count, names) &&
                              !are_part_of_concept(words, found.first, found.count, concepts);
        at += is_state ? found.count : 1;
        if (is_state) states.push_back(std::move(found));
    }
    return states;
}

}  // namespace wespol
