// SPDX-License-Identifier: GPL-3.0-or-later
// The other writing of what stands in a text: a record with "PSONI" also gets the words of its full
// name and its other abbreviations, one with the full name also gets "PSONI", so each is found by
// all of them (docs/adr/0008). Used
// while indexing only. Built once, then read only: thread-safe.
#pragma once

#include "core/analysis/analyzer.h"
#include "core/catalogue/abbreviation.h"

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

namespace wespol {

/// Words that a text could have had as well.
struct OtherWriting {
    std::vector<std::string> surfaces;  ///< folded words of abbreviations
    std::vector<std::string> lemmas;    ///< folded lemmas of full names
};

class AbbreviationExpander {
  public:
    AbbreviationExpander(const std::vector<Abbreviation>& abbreviations, const Analyzer& analyzer);

    OtherWriting other_writing(const std::vector<AnalyzedWord>& words) const;

  private:
    struct Pair {
        std::vector<std::string> written;               ///< surfaces
        std::vector<std::vector<std::string>> meaning;  ///< lemmas of each word
    };
    using Places = std::unordered_map<std::string, std::vector<std::size_t>>;

    std::vector<Pair> pairs_;
    Places by_first_surface_;  ///< of the abbreviation
    Places by_first_lemma_;    ///< of the meaning
};

}  // namespace wespol
