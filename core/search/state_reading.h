// SPDX-License-Identifier: GPL-3.0-or-later
// Words that ask for a state of the certificate, a status or being active: "z certyfikatem", "OPP",
// "działające". What they are is data (asked_as of the vocabularies). Names, parts
// of names and of concepts ("aktywny senior") stay words.
// Use from one thread; throws Xapian::Error.
#pragma once

#include "core/index/concept_finder.h"
#include "core/index/state_finder.h"
#include "core/search/known_names.h"
#include "core/search/plain_words.h"

#include <vector>

namespace wespol {

/// In the order of the words, none overlapping.
std::vector<FoundConcepts> find_states(const PlainWords& words, const StateFinder& finder,
                                       const KnownNames& names, const ConceptFinder& concepts);

}  // namespace wespol
