// SPDX-License-Identifier: GPL-3.0-or-later
// What became of one record that was to be linked, for the report. Plain values.
#pragma once

#include "indexer/linking/evidence.h"

#include <cstddef>
#include <string>
#include <vector>

namespace wespol {

struct LinkOutcome {
    struct Candidate {
        std::string id;
        std::string name;
        Comparison comparison;
    };
    std::string record;  ///< its id in its source
    std::string name, town;
    std::string file;
    std::size_t row = 0;
    Band band = Band::different;
    std::vector<Candidate> candidates;  ///< best first; linked: the first one
};

}  // namespace wespol
