// SPDX-License-Identifier: GPL-3.0-or-later
// The small words around a place in a query, in Polish, English and Ukrainian: what stands before
// it ("koło", "within", "біля"), how far around it is looked, what stands behind it.
// Constant tables and what reads them. Thread-safe: no state.
#pragma once

#include "core/search/plain_words.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace wespol {

/// The words that belong to a place besides its name.
struct PlaceFrame {
    std::size_t before = 0;  ///< words before the name
    std::size_t behind = 0;  ///< words behind it
    bool has_preposition = false;
    bool is_outside = false;  ///< "poza"
    bool is_lacking = false;  ///< "bez": may as well stand before what is no place
    bool is_source = false;   ///< the preposition tells as often what something is made of: "z"
    std::optional<double> radius_km;
};

/// How many of these words, counted from the last, are a preposition of places: "koło"; 0 = none.
std::size_t preposition_at_end(std::span<const AnalyzedWord> words);

/// "koło", but not "pod": nothing but places stands behind it. Folded.
bool says_only_places(std::string_view preposition);

/// "mazowiecka", folded: of a region that is not ours.
bool is_adjective_of_other_region(std::string_view surface);

/// Of a name that stands at `first` and has `count` words.
PlaceFrame frame_of(const PlainWords& words, std::size_t first, std::size_t count);

}  // namespace wespol
