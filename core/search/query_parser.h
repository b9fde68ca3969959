// SPDX-License-Identifier: GPL-3.0-or-later
// Query text → QueryTree, with a note of what was left out and why. Never fails: bad quotes,
// lone minus signs, control characters and rubbish are taken as a person would mean them.
// Bounded by kMaxQueryBytes and kMaxQueryTerms. Thread-safe.
#pragma once

#include "core/analysis/analyzer.h"
#include "core/search/query_tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace wespol {

struct ParsedQuery {
    QueryTree tree;
    std::string text;                      ///< what is searched for, cleaned, as written
    std::vector<std::string> identifiers;  ///< "NIP 7781346888", in the order found
    std::vector<std::string> ignored;      ///< what was not searched for, as written
    std::vector<Wording> notes;            ///< why a number is none, whole sentences
    /// There was text, but nothing of it can be searched for: finds nothing, and says so.
    bool nothing_remains = false;
};

/// Clean, with single spaces between words and none around.
std::string tidy_text(std::string_view text);

enum class NumberReading { as_identifiers, as_words };

ParsedQuery parse_query(std::string_view text, const Analyzer& analyzer,
                        NumberReading numbers = NumberReading::as_identifiers);

}  // namespace wespol
