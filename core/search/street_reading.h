// SPDX-License-Identifier: GPL-3.0-or-later
// The number of a house belongs to the street before it: "Węglowa 9", "św. Wincentego 6/9",
// "Południowa 2 A". Thread-safe: no state.
#pragma once

#include "core/search/query_tree.h"

#include <functional>
#include <string>

namespace wespol {

struct StreetQuestions {
    /// Whether this folded word stands in an address.
    std::function<bool(const std::string&)> is_in_address;
    std::function<bool(const QueryPhrase&)> finds;
};

/// A word of an address and the numbers right behind it as one phrase, where somebody is there.
QueryTree with_house_numbers(QueryTree tree, const StreetQuestions& questions);

}  // namespace wespol
