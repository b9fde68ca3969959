// SPDX-License-Identifier: GPL-3.0-or-later
// Where the entities a search finds are: one entry for each place, with how many are there. Records
// know their town, so the many of a town stand on one point. What lies within a kilometre of a
// place with more entities is told with it, as nobody can ask for a smaller circle. Plain values.
#pragma once

#include "core/search/search_response.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace wespol {

/// As many are told, those with most entities first; of each as many entities by name.
inline constexpr std::size_t kMaxResultPlaces = 500;
inline constexpr std::size_t kNamedAtPlace = 3;

struct ResultPlace {
    std::string name;                   ///< the town of its first entity, else its municipality
    std::optional<std::string> county;  ///< code
    NearPlace near;                     ///< the circle: a search around it finds `total`
    std::size_t total = 0;
    std::vector<Entity> first;  ///< by name, at most kNamedAtPlace
};

struct ResultPlaces {
    std::vector<ResultPlace> places;  ///< most entities first, then from south to north
    std::size_t left_out = 0;         ///< further places
    std::size_t without_place = 0;    ///< entities of which nobody says where they are
    /// Whether the search as spelled out, around a place instead of where it looked, finds what is
    /// told of it. Not where other concepts had to stand for those of the words.
    bool can_be_asked = true;
};

}  // namespace wespol
