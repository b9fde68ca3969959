// SPDX-License-Identifier: GPL-3.0-or-later
// Which words of two names are the same: in any form, written together or apart, mistyped, in any
// order. Weighs nothing but the words themselves. Thread-safe: no state.
#pragma once

#include "indexer/linking/parsed_name.h"

#include <string>
#include <vector>

namespace wespol {

struct WordAlignment {
    double matched = 0;           ///< bits of the words in common
    double slipped = 0;           ///< bits of those that differ by a slip
    double missing_a = 0;         ///< bits of the words that only a has, …
    double missing_b = 0;         ///< … only b has
    double missing_quoted_a = 0;  ///< the part of missing_a that stands in quotes
    double missing_quoted_b = 0;
    double heaviest = 0;  ///< bits of the rarest word in common
    bool is_quoted_name_common =
        false;  ///< whatever is in quotes on either side, the other has too
    /// … and the shorter one is nothing but that name.
    bool is_description_omitted = false;
    bool has_coined_word = false;          ///< shares a long word that the dictionary lacks
    bool is_doubtful = false;              ///< leans on a slip between two words that both exist
    std::vector<std::string> common;       ///< as a writes them
    std::vector<std::string> other_forms;  ///< of one word: "Smak/Smaki"
    std::vector<std::string> slips;        ///< "Bukowisko/Bukowsko"
    std::vector<std::string> only_a, only_b;
};

/// `places_count`: names of places are words like others, as nothing else is known of the place.
WordAlignment align(const ParsedName& a, const ParsedName& b, bool places_count = false);

struct OperatorAgreement {
    double shared = 0;     ///< bits of the words in common
    bool is_same = false;  ///< more in common than either has of its own
};

OperatorAgreement compare_operators(const NameWords& a, const NameWords& b);

}  // namespace wespol
