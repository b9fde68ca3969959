// SPDX-License-Identifier: GPL-3.0-or-later
// A request → the same request spelled out: what its words say of place, day and state has become
// conditions, the other words are its text. Before parse_query; nothing in quotes or behind a
// minus is read, nor a text that is a name. The rules: docs/architecture.md.
// Use from one thread; throws Xapian::Error.
#pragma once

#include "core/index/index_snapshot.h"
#include "core/search/known_names.h"
#include "core/search/place_reading.h"
#include "core/search/search_request.h"
#include "core/search/search_response.h"

#include <optional>
#include <string>
#include <vector>

namespace wespol {

struct QueryReading {
    SearchRequest spelled_out;
    std::optional<UnderstoodPlace> place;  ///< the place of spelled_out
    std::vector<UnderstoodConcept> areas, states;
    std::string region_words;  ///< that say the whole region; "" when none do
    std::optional<UnderstoodDay> day;
    std::vector<std::string> ignored;  ///< words that a parameter overrules
    std::vector<Wording> notes;        ///< "31 lutego 2015: nie ma takiego dnia."

    bool chose_radius = false;  ///< in the words or by parameter; otherwise it is the usual one

    bool has_place_from_words() const { return place && !place->words.empty(); }
};

struct ReadingContext {
    const IndexSnapshot& snapshot;
    const KnownNames& names;
    Language language{};
    PlaceReading places = PlaceReading::strict;
};

QueryReading read_query(const SearchRequest& asked, const ReadingContext& context);

}  // namespace wespol
