// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/near_place.h"

#include "core/analysis/folding.h"
#include "core/search/written_number.h"
#include "core/support/ascii.h"

#include <cmath>
#include <string>

#include <fmt/format.h>

namespace wespol {

NearPlace near_locality(const Region& region, const Locality& locality) {
    const bool is_plain =
        region.localities_named(locality.name).size() == 1 || locality.kind == "miasto";
    return {.text = unmistakable_name(region, locality),
            .label = is_plain ? locality.name : name_with_municipality(region, locality),
            .lat = locality.lat,
            .lon = locality.lon};
}

NearPlace near_postal_code(const Region& region, const PostalCode& postal_code) {
    const Municipality* around = region.municipality(postal_code.municipality);
    return {
        .text = postal_code.code,
        .label = around ? fmt::format("{} ({})", postal_code.code, around->name) : postal_code.code,
        .lat = postal_code.lat,
        .lon = postal_code.lon};
}

std::optional<NearPlace> near_named(const Region& region, std::string_view text) {
    if (const PostalCode* postal_code = region.postal_code(text))
        return near_postal_code(region, *postal_code);
    const auto same_named = region.localities_named(text);
    if (!same_named.empty()) return near_locality(region, *same_named.front());
    const std::size_t bracket = text.find('(');
    if (bracket == std::string_view::npos || !text.ends_with(')')) return std::nullopt;
    const std::string around = fold_words(text.substr(bracket + 1, text.size() - bracket - 2));
    for (const Locality* each : region.localities_named(text.substr(0, bracket))) {
        const Municipality* municipality = region.municipality(each->municipality);
        if (municipality != nullptr && fold_words(municipality->name) == around)
            return near_locality(region, *each);
    }
    return std::nullopt;
}

std::optional<Coordinates> parse_coordinates(std::string_view text) {
    std::size_t separator = text.find(';');
    if (separator == std::string_view::npos) separator = text.find(',');
    if (separator == std::string_view::npos) return std::nullopt;
    const auto lat = parse_decimal(trimmed(text.substr(0, separator)));
    const auto lon = parse_decimal(trimmed(text.substr(separator + 1)));
    if (!lat || !lon) return std::nullopt;
    return Coordinates{*lat, *lon};
}

NearPlace near_point(Coordinates point) {
    const auto rounded = [](double degrees) { return std::round(degrees * 1e5) / 1e5; };
    const double lat = rounded(point.lat), lon = rounded(point.lon);
    return {.text = fmt::format("{},{}", lat, lon),
            .label = fmt::format("{}, {}", lat, lon),
            .lat = lat,
            .lon = lon};
}

bool is_same_place(const NearPlace& a, const NearPlace& b) {
    constexpr double kNoDistance = 1e-6;  // degrees
    return std::abs(a.lat - b.lat) < kNoDistance && std::abs(a.lon - b.lon) < kNoDistance;
}

}  // namespace wespol
