// SPDX-License-Identifier: GPL-3.0-or-later
// Which words of a query mean a place: "koło Środy Wielkopolskiej", "Konin", "w promieniu 10 km od
// 62-500", "w powiecie tureckim", "w Wielkopolsce". The rules (docs/architecture.md): a name of an
// entity is never broken, villages need a preposition, ordinary words are places only where nothing
// else fits.
// Use from one thread; throws Xapian::Error.
#pragma once

#include "core/index/concept_finder.h"
#include "core/index/place_finder.h"
#include "core/search/known_names.h"
#include "core/search/plain_words.h"
#include "core/search/search_request.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace wespol {

/// Words that mean places of one name, or else areas.
struct FoundPlace {
    std::size_t first = 0;  ///< word, with the small words around the name
    std::size_t count = 0;
    bool says_radius = false;
    std::vector<NearPlace> places;  ///< most probable first
    std::vector<Area> areas;
    bool is_region = false;   ///< the whole of it
    bool is_outside = false;  ///< "poza Poznaniem": not there
};

/// Leniently where nothing was found otherwise: an adjective is a town ("koniński"), and every
/// place named is one of those asked for ("Konin Kalisz").
enum class PlaceReading { strict, lenient };

struct PlaceContext {
    const Region& region;
    const PlaceFinder& finder;
    const ConceptFinder& concepts;
    const Analyzer& analyzer;
    const KnownNames& names;
    PlaceReading reading = PlaceReading::strict;
};

struct PlacesInWords {
    std::optional<FoundPlace> place;  ///< the one that is meant
    bool has_others = false;          ///< further words could mean another one
    std::vector<FoundPlace> further;  ///< read leniently: these
    std::vector<FoundPlace> aside;    ///< the region, and where it shall not be
};

PlacesInWords find_place(const PlainWords& words, const PlaceContext& context);

}  // namespace wespol
