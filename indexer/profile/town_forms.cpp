// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/profile/town_forms.h"

#include "indexer/linking/name_word.h"

#include <algorithm>

namespace wespol {

TownForms::TownForms(const Region& region, const std::filesystem::path& dictionary)
    : region_(region), analyzer_(Analyzer::open(dictionary)), places_(region, *analyzer_) {}

std::vector<std::string> TownForms::base_names(const std::string& town) const {
    const NameWords words = NameWordReader(*analyzer_).read(town);
    const auto found = places_.locality(words, PlaceHintFinder::Case::any);
    if (!found || found->length != words.size()) return {};
    std::vector<std::string> names;
    for (const PlaceCandidate& each : found->hint.candidates) {
        const Locality* place = region_.locality(each.locality, each.municipality);
        if (place && std::ranges::find(names, place->name) == names.end())
            names.push_back(place->name);
    }
    return names;
}

}  // namespace wespol
