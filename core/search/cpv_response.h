// SPDX-License-Identifier: GPL-3.0-or-later
// Answers to questions about CPV codes: which sectors are bought under one, and how many suppliers
// that finds. A supplier is in one group only, the nearest: exact, through a broader code, through
// a narrower one. Each total is what the search with the filter `cpv` finds. Plain values.
#pragma once

#include "core/catalogue/cpv_code.h"
#include "core/search/search_response.h"

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace wespol {

struct CpvCodeCounts {
    std::string code;
    CpvCounts suppliers;
};

/// All codes of the vocabulary.
struct CpvOverview {
    std::string generation;
    std::vector<CpvCodeCounts> codes;  ///< in the order of their digits
    std::size_t suppliers = 0;         ///< that any of them finds
};

/// A sector that is bought under the code asked for, or under those that are broader or narrower.
struct CpvSector {
    std::string industry;
    CpvRelation relation = CpvRelation::exact;  ///< the nearest
    std::vector<std::string> by;                ///< its codes of that relation
};

struct CpvGroup {
    CpvRelation relation = CpvRelation::exact;
    std::size_t total = 0;
    std::size_t certified = 0;  ///< with a mark that is valid on the day
    std::size_t mentioned = 0;  ///< not by a sector, by their own words only
    std::vector<Hit> first;     ///< by name
};

/// A code, whether the vocabulary knows it or not.
struct CpvRecord {
    std::string generation;
    Day as_of{};
    std::string code;                  ///< 8 digits
    std::vector<std::string> above;    ///< codes of the vocabulary, the broadest first
    std::vector<CpvCodeCounts> below;  ///< the nearest narrower ones of the vocabulary
    std::vector<CpvSector> sectors;    ///< exact ones first
    std::array<CpvGroup, 3> groups;    ///< by CpvRelation
    std::size_t total = 0, certified = 0;
    std::vector<Hit> first_certified;  ///< by name, of all groups

    const CpvGroup& group(CpvRelation relation) const {
        return groups[static_cast<std::size_t>(relation)];
    }
};

/// A code that words lead to.
struct CpvFound {
    std::string code;
    bool by_name = false;                 ///< its own name has all the words
    std::vector<std::string> industries;  ///< the sectors it is the code of, that the words name
    CpvCounts suppliers;
};

struct CpvFinding {
    std::string generation;
    std::string text;
    std::vector<CpvFound> codes;            ///< those of sectors first
    std::vector<std::string> industries;    ///< the sectors that the words name
    std::vector<std::string> without_code;  ///< those of them that have none
};

}  // namespace wespol
