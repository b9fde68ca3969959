// SPDX-License-Identifier: GPL-3.0-or-later
// Words that ask for a state of the certificate or for a status: "z certyfikatem", "OPP". What
// they are is data (asked_as of the vocabularies). Parts of names stay words.
// Use from one thread; throws Xapian::Error.
#pragma once

#include "core/index/state_finder.h"
#include "core/search/known_names.h"
#include "core/search/plain_words.h"

#include <vector>

namespace wespol {

/// In the order of the words, none overlapping.
std::vector<FoundConcepts> find_states(const PlainWords& words, const StateFinder& finder,
                                       const KnownNames& names);

}  // namespace wespol
