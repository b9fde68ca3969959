// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the names of the region's places in words, in any case and in three languages: localities
// ("Gnieźnie", "Środy Wlkp.", "Гнезні"), counties, municipalities and subregions ("powiat
// turecki"), the region itself, and adjectives of towns ("koniński"). Whether the words mean a
// place there is not its business (place_reading.h). Keeps views of the region it is given. Built
// once, then read only: thread-safe.
#pragma once

#include "core/analysis/analyzer.h"
#include "core/catalogue/region.h"
#include "core/index/lemma_sequences.h"
#include "core/index/schema.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wespol {

/// A part of the region that is a value of a filter.
struct Area {
    FieldId field = FieldId::county;  ///< county, municipality or subregion
    std::string code;
    friend bool operator==(const Area&, const Area&) = default;
};

/// What some words name: localities, most probable first, or areas, or else the whole region.
struct FoundPlaces {
    std::size_t count = 0;  ///< of words; 0 = none
    bool in_base_form = false;
    std::vector<const Locality*> localities;
    std::vector<Area> areas;
    bool is_region = false;
};

class PlaceFinder {
  public:
    /// How much is known of a municipality, by TERYT code: of places of one name and kind, the
    /// one with more is meant.
    using Weight = std::function<std::size_t(std::string_view municipality)>;

    /// A name as it is kept.
    struct Words {
        std::vector<Lemmas> lemmas;
        std::string folded;
    };

    PlaceFinder() = default;
    PlaceFinder(const Region& region, const Analyzer& analyzer, const Weight& weight);

    /// The longest name that begins at `first`; stop words are words here. `surfaces`: of `words`.
    FoundPlaces longest_at(const std::vector<Lemmas>& words,
                           const std::vector<std::string>& surfaces, std::size_t first) const;

    /// The seat of a county whose adjective the word is: "konińska" → Konin. Null when of none.
    const Locality* of_adjective(const Lemmas& word) const;

    struct District {
        std::size_t count = 0;  ///< of words; 0 = none
        const Locality* town = nullptr;
    };
    /// The longest name of a part of a town that begins at `first`: "Jeżyce" → Poznań.
    District district_at(const std::vector<Lemmas>& words, std::size_t first) const;

  private:
    struct Name {
        std::string folded;
        const Locality* locality = nullptr;  ///< null: an area, or the region
        Area area;
        bool is_region = false;
    };

    void add_localities(const Region& region, const Analyzer& analyzer, const Weight& weight);
    void add_areas(const Region& region, const Analyzer& analyzer);
    void add_region(const Analyzer& analyzer);
    void add_adjectives(const Region& region, const Analyzer& analyzer);
    void add_districts(const Region& region, const Analyzer& analyzer);
    void add(Words words, const Locality& locality);
    void add(std::string_view written, Area area, const Analyzer& analyzer);

    LemmaSequences sequences_;
    LemmaSequences districts_;
    std::vector<const Locality*> towns_of_districts_;
    std::vector<Name> names_;  ///< those of localities in order of precedence
    std::unordered_map<std::string, const Locality*> seats_by_adjective_;
};

}  // namespace wespol
