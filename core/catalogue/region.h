// SPDX-License-Identifier: GPL-3.0-or-later
// The region's tables: subregions, counties (powiaty), municipalities (gminy), localities and
// postal codes. Facets take their labels from here. Built once, then read only: thread-safe after
// construction.
#pragma once

#include "core/catalogue/vocabulary.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wespol {

struct Subregion {
    std::string code;
    std::array<std::string, 3> labels;
    std::optional<std::string> support_centre;  ///< id of its OWES; on a day: centres_on()
};

struct County {
    std::string code;  ///< TERYT, 4 digits
    std::string name;
    std::array<std::string, 3> labels;
    std::string kind;  ///< "powiat" or "miasto"
    std::string seat;
    std::string subregion;
    double lat = 0, lon = 0;
    int tile_row = 0, tile_col = 0;
};

struct Municipality {
    std::string code;  ///< TERYT, 6 digits
    std::string name;
    std::string label;
    std::string kind;
    std::string county;
    double lat = 0, lon = 0;
};

struct Locality {
    std::string name;
    std::string kind;
    std::string municipality;
    double lat = 0, lon = 0;
};

/// Other languages' names of a locality, and what people call its parts.
struct PlaceName {
    std::string name;  ///< the Polish one
    std::string municipality;
    std::vector<std::string> ukrainian;  ///< base forms, the one by the rules first
    std::vector<std::string> districts;  ///< Polish base forms
};

struct PostalCode {
    std::string code;  ///< "62-500"
    std::string municipality;
    double lat = 0, lon = 0;
};

class Region {
  public:
    Region() = default;

    /// Refused: a code twice, a reference to an unknown county, subregion or locality.
    static Result<Region> make(std::vector<Subregion> subregions, std::vector<County> counties,
                               std::vector<Municipality> municipalities,
                               std::vector<Locality> localities,
                               std::vector<PostalCode> postal_codes = {},
                               std::vector<PlaceName> place_names = {});

    const std::vector<Subregion>& subregions() const { return subregions_; }
    const std::vector<County>& counties() const { return counties_; }
    const std::vector<Municipality>& municipalities() const { return municipalities_; }
    const std::vector<Locality>& localities() const { return localities_; }

    const std::vector<PostalCode>& postal_codes() const { return postal_codes_; }
    const std::vector<PlaceName>& place_names() const { return place_names_; }

    const Subregion* subregion(std::string_view code) const;
    const County* county(std::string_view code) const;
    const Municipality* municipality(std::string_view code) const;

    /// Codes of those of that name or label, without regard to case and diacritics; of two for
    /// "Gniezno", a town and a rural municipality.
    std::vector<std::string> subregions_named(std::string_view name) const;
    std::vector<std::string> counties_named(std::string_view name) const;
    std::vector<std::string> municipalities_named(std::string_view name) const;

    /// The one the nearest locality belongs to; null when there is no locality within 15 km.
    const Subregion* subregion_at(double lat, double lon) const;

    /// Localities of that name, without regard to case and diacritics; towns first,
    /// then seats of municipalities.
    std::vector<const Locality*> localities_named(std::string_view name) const;

    /// The first of that code ("62-500"): where it has most addresses. Null when there is none.
    const PostalCode* postal_code(std::string_view code) const;

    /// The one of that name in that municipality; null when there is none.
    const Locality* locality(std::string_view name, std::string_view municipality) const;

  private:
    std::vector<Subregion> subregions_;
    std::vector<County> counties_;
    std::vector<Municipality> municipalities_;
    std::vector<Locality> localities_;
    std::vector<PostalCode> postal_codes_;
    std::vector<PlaceName> place_names_;
    std::unordered_map<std::string, std::size_t> subregion_by_code_, county_by_code_,
        municipality_by_code_, postal_code_by_code_;
    std::unordered_map<std::string, std::vector<std::size_t>> localities_by_folded_name_;
    std::unordered_map<std::string, std::vector<std::string>> subregions_by_folded_name_,
        counties_by_folded_name_, municipalities_by_folded_name_;  ///< codes
};

/// Of localities of one name the one that is probably meant has the lowest: a town 0, the seat of
/// its municipality 1, others 2.
int precedence(const Region& region, const Locality& locality);

/// "Dąbrowa (Rozdrażew)".
std::string name_with_municipality(const Region& region, const Locality& locality);

/// What it is asked for by: its name alone where that means this one, else with its municipality.
std::string unmistakable_name(const Region& region, const Locality& locality);

/// Great-circle distance in kilometres (haversine, mean earth radius 6371.0088 km).
double distance_km(double lat1, double lon1, double lat2, double lon2);

}  // namespace wespol
