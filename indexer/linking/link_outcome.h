// SPDX-License-Identifier: GPL-3.0-or-later
// What became of one record that was to be linked, for the report. Plain values.
#pragma once

#include "core/catalogue/provenance.h"
#include "indexer/linking/evidence.h"
#include "indexer/linking/linker.h"

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
    std::string sheet;  ///< of a spreadsheet; empty elsewhere
    Band band = Band::different;
    std::vector<Candidate> candidates;  ///< best first; linked: the first one
    std::string reason;                 ///< why a person decides, where that is not plain
};

/// Of a record that is linked only the entity it is linked to, else all candidates.
LinkOutcome outcome_of(const Linker& linker, const LinkageRecord& record,
                       const Provenance& provenance, const LinkResult& result);

/// "rozstrzygnij i dopisz w decisions.jsonl: …": the line for the best of its candidates.
std::string decision_advice(const LinkOutcome& outcome);

/// "„Spółdzielnia Socjalna Furia” (krs-…): wspólne słowa: furia (+10,0) | …", at most three.
std::string candidates_in_short(const LinkOutcome& outcome);

}  // namespace wespol
