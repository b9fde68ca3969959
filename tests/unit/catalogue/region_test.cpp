// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/region.h"

#include "tests/support/catch.hpp"

#include <cmath>
#include <string>
#include <vector>

using namespace wespol;

namespace {

std::vector<Subregion> subregions() {
    Subregion subregion;
    subregion.code = "zmyslony";
    return {subregion};
}

std::vector<County> counties() {
    County county;
    county.code = "9901";
    county.name = "zmyślony";
    county.subregion = "zmyslony";
    return {county};
}

std::vector<Municipality> municipalities() {
    Municipality first;
    first.code = "990101";
    first.name = "Wymysłowo";
    first.county = "9901";
    Municipality second = first;
    second.code = "990102";
    second.name = "Dąbrowa";
    return {first, second};
}

std::vector<Locality> localities() {
    return {{"Dąbrowa", "wieś", "990101", 52.1, 17.1},
            {"Dąbrowa", "miasto", "990102", 52.2, 17.2},
            {"Wymysłowo", "miasto", "990101", 52.3, 17.3}};
}

bool near(double value, double expected, double tolerance) {
    return std::abs(value - expected) <= tolerance;
}

}  // namespace

TEST_CASE("places are found by code and by name", "[region]") {
    const auto region =
        Region::make(subregions(), counties(), municipalities(), localities()).value();
    CHECK(region.county("9901")->name == "zmyślony");
    CHECK(region.county("9902") == nullptr);
    CHECK(region.subregion("zmyslony") != nullptr);
    CHECK(region.municipality("990102")->name == "Dąbrowa");

    const auto same_named = region.localities_named("DABROWA");
    REQUIRE(same_named.size() == 2);
    CHECK(same_named.front()->kind == "miasto");
    CHECK(region.localities_named("Nigdzie").empty());
    CHECK(near(region.locality("Dąbrowa", "990101")->lat, 52.1, 1e-9));
    CHECK(region.locality("Wymysłowo", "990102") == nullptr);
}

TEST_CASE("tables that do not fit together are refused", "[region]") {
    auto twice = counties();
    twice.push_back(twice.front());
    CHECK_FALSE(Region::make(subregions(), twice, {}, {}).has_value());
    CHECK_FALSE(Region::make({}, counties(), {}, {}).has_value());
    CHECK_FALSE(Region::make(subregions(), {}, municipalities(), {}).has_value());
    const auto lost = Region::make(subregions(), counties(), {}, localities());
    REQUIRE_FALSE(lost.has_value());
    CHECK(lost.error().message.find("„Dąbrowa” wskazuje na nieznaną gminę „990101”") !=
          std::string::npos);
}

TEST_CASE("distances on the ground", "[region]") {
    CHECK(near(distance_km(52.4064, 16.9252, 52.4064, 16.9252), 0.0, 1e-9));
    // One degree of latitude.
    CHECK(near(distance_km(52.0, 17.0, 53.0, 17.0), 111.195, 0.01));
    // Poznań – Konin, as the crow flies.
    CHECK(near(distance_km(52.4064, 16.9252, 52.2230, 18.2511), 92.3, 0.5));
    // Half way round the earth.
    CHECK(near(distance_km(0, 0, 0, 180), 20015.1, 0.1));
}
