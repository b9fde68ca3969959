// SPDX-License-Identifier: GPL-3.0-or-later
// Places that a person does not want: "-w Poznaniu", "-powiat turecki", "bez Konina". Read as a
// place (place_reading.h), they are written as an excluded phrase, so that the text of a request
// stays text; what such a phrase means is found here. Thread-safe: no state.
#pragma once

#include "core/index/index_snapshot.h"
#include "core/search/query_tree.h"

#include <string>

namespace wespol {

/// A minus before a preposition or before "powiat", where a place follows, as the word it means:
/// "-w Poznaniu" → "poza Poznaniu". All else as it was. `text`: as tidy_text() leaves it.
std::string with_minus_before_place_as_word(std::string text, const IndexSnapshot& snapshot);

/// "powiat turecki", "gmina Kwilcz", "subregion koniński": read again as that area.
std::string written_area(const Region& region, const Area& area);

/// An excluded phrase that is the name of an area excludes what lies in it, not those words.
QueryTree with_excluded_areas(QueryTree tree, const IndexSnapshot& snapshot);

}  // namespace wespol
