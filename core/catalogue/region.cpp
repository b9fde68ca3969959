// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/region.h"

#include "core/analysis/folding.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

namespace wespol {
namespace {

using IndexByCode = std::unordered_map<std::string, std::size_t>;

/// The first code that occurs twice; null when all are distinct.
template <class Place>
std::optional<std::string> index_by_code(const std::vector<Place>& places, IndexByCode& by_code) {
    for (std::size_t i = 0; i < places.size(); ++i)
        if (!by_code.emplace(places[i].code, i).second) return places[i].code;
    return std::nullopt;
}

template <class Place>
const Place* find(const std::vector<Place>& places, const IndexByCode& by_code,
                  std::string_view code) {
    const auto found = by_code.find(std::string(code));
    return found == by_code.end() ? nullptr : &places[found->second];
}

using Names = std::vector<std::string>;
using CodesByName = std::unordered_map<std::string, std::vector<std::string>>;

Names names_of(const Subregion& place) {
    return {place.labels.begin(), place.labels.end()};
}

Names names_of(const County& place) {
    Names names{place.labels.begin(), place.labels.end()};
    names.push_back(place.name);
    names.push_back(place.kind + " " + place.name);
    return names;
}

Names names_of(const Municipality& place) {
    return {place.label, place.name, "gmina " + place.name};
}

template <class Place>
CodesByName codes_by_folded_name(const std::vector<Place>& places) {
    CodesByName by_name;
    for (const Place& place : places)
        for (const std::string& name : names_of(place)) {
            std::vector<std::string>& codes = by_name[fold_words(name)];
            if (codes.empty() || codes.back() != place.code) codes.push_back(place.code);
        }
    by_name.erase("");
    return by_name;
}

std::vector<std::string> named(const CodesByName& by_name, std::string_view name) {
    const auto found = by_name.find(fold_words(name));
    return found == by_name.end() ? std::vector<std::string>{} : found->second;
}

}  // namespace

Result<Region> Region::make(std::vector<Subregion> subregions, std::vector<County> counties,
                            std::vector<Municipality> municipalities,
                            std::vector<Locality> localities, std::vector<PostalCode> postal_codes,
                            std::vector<PlaceName> place_names) {
    Region region;
    region.subregions_ = std::move(subregions);
    region.counties_ = std::move(counties);
    region.municipalities_ = std::move(municipalities);
    region.localities_ = std::move(localities);
    region.postal_codes_ = std::move(postal_codes);
    region.place_names_ = std::move(place_names);

    if (const auto twice = index_by_code(region.subregions_, region.subregion_by_code_))
        return problem(fmt::format("Subregion „{}” występuje dwa razy.", *twice));
    if (const auto twice = index_by_code(region.counties_, region.county_by_code_))
        return problem(fmt::format("Powiat „{}” występuje dwa razy.", *twice));
    if (const auto twice = index_by_code(region.municipalities_, region.municipality_by_code_))
        return problem(fmt::format("Gmina „{}” występuje dwa razy.", *twice));
    region.subregions_by_folded_name_ = codes_by_folded_name(region.subregions_);
    region.counties_by_folded_name_ = codes_by_folded_name(region.counties_);
    region.municipalities_by_folded_name_ = codes_by_folded_name(region.municipalities_);
    for (const County& each : region.counties_)
        if (!region.subregion(each.subregion))
            return problem(fmt::format("Powiat „{}” wskazuje na nieznany subregion „{}”.",
                                       each.code, each.subregion));
    for (const Municipality& each : region.municipalities_)
        if (!region.county(each.county))
            return problem(fmt::format("Gmina „{}” wskazuje na nieznany powiat „{}”.", each.code,
                                       each.county));
    for (std::size_t i = 0; i < region.localities_.size(); ++i) {
        const Locality& each = region.localities_[i];
        if (!region.municipality(each.municipality))
            return problem(fmt::format("Miejscowość „{}” wskazuje na nieznaną gminę „{}”.",
                                       each.name, each.municipality));
        region.localities_by_folded_name_[fold_words(each.name)].push_back(i);
    }
    for (auto& [name, same_named] : region.localities_by_folded_name_)
        std::stable_sort(same_named.begin(), same_named.end(), [&](std::size_t a, std::size_t b) {
            return precedence(region, region.localities_[a]) <
                   precedence(region, region.localities_[b]);
        });
    for (std::size_t i = 0; i < region.postal_codes_.size(); ++i) {
        const PostalCode& each = region.postal_codes_[i];
        if (!region.municipality(each.municipality))
            return problem(fmt::format("Kod pocztowy „{}” wskazuje na nieznaną gminę „{}”.",
                                       each.code, each.municipality));
        region.postal_code_by_code_.emplace(each.code, i);
    }
    for (const PlaceName& each : region.place_names_)
        if (!region.locality(each.name, each.municipality))
            return problem(fmt::format("Nazwa „{}” wskazuje na nieznaną miejscowość w gminie „{}”.",
                                       each.name, each.municipality));
    return region;
}

const Subregion* Region::subregion(std::string_view code) const {
    return find(subregions_, subregion_by_code_, code);
}

const County* Region::county(std::string_view code) const {
    return find(counties_, county_by_code_, code);
}

const Municipality* Region::municipality(std::string_view code) const {
    return find(municipalities_, municipality_by_code_, code);
}

std::vector<std::string> Region::subregions_named(std::string_view name) const {
    return named(subregions_by_folded_name_, name);
}

std::vector<std::string> Region::counties_named(std::string_view name) const {
    return named(counties_by_folded_name_, name);
}

std::vector<std::string> Region::municipalities_named(std::string_view name) const {
    return named(municipalities_by_folded_name_, name);
}

const Subregion* Region::subregion_at(double lat, double lon) const {
    constexpr double kFarthestKm = 15;
    const Locality* nearest = nullptr;
    double least_km = kFarthestKm;
    for (const Locality& each : localities_) {
        if (std::abs(each.lat - lat) > 0.2) continue;  // more than 22 km
        const double km = distance_km(lat, lon, each.lat, each.lon);
        if (km > least_km) continue;
        nearest = &each;
        least_km = km;
    }
    const Municipality* around = nearest ? municipality(nearest->municipality) : nullptr;
    const County* county_around = around ? county(around->county) : nullptr;
    return county_around ? subregion(county_around->subregion) : nullptr;
}

std::vector<const Locality*> Region::localities_named(std::string_view name) const {
    std::vector<const Locality*> result;
    const auto found = localities_by_folded_name_.find(fold_words(name));
    if (found == localities_by_folded_name_.end()) return result;
    for (const std::size_t i : found->second)
        result.push_back(&localities_[i]);
    return result;
}

const PostalCode* Region::postal_code(std::string_view code) const {
    return find(postal_codes_, postal_code_by_code_, code);
}

const Locality* Region::locality(std::string_view name, std::string_view municipality) const {
    for (const Locality* each : localities_named(name))
        if (each->municipality == municipality) return each;
    return nullptr;
}

int precedence(const Region& region, const Locality& locality) {
    if (locality.kind == "miasto") return 0;
    const Municipality* around = region.municipality(locality.municipality);
    return around != nullptr && around->name == locality.name ? 1 : 2;
}

std::string name_with_municipality(const Region& region, const Locality& locality) {
    const Municipality* around = region.municipality(locality.municipality);
    return around ? fmt::format("{} ({})", locality.name, around->name) : locality.name;
}

std::string unmistakable_name(const Region& region, const Locality& locality) {
    const bool is_usual = region.localities_named(locality.name).front() == &locality;
    return is_usual ? locality.name : name_with_municipality(region, locality);
}

double distance_km(double lat1, double lon1, double lat2, double lon2) {
    constexpr double kEarthRadiusKm = 6371.0088;
    constexpr double kRadians = std::numbers::pi / 180.0;
    const double half_lat = std::sin((lat2 - lat1) * kRadians / 2);
    const double half_lon = std::sin((lon2 - lon1) * kRadians / 2);
    const double h = half_lat * half_lat +
                     std::cos(lat1 * kRadians) * std::cos(lat2 * kRadians) * half_lon * half_lon;
    return 2 * kEarthRadiusKm * std::asin(std::sqrt(std::min(1.0, h)));
}

}  // namespace wespol
