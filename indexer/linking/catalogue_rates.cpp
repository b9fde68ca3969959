// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/linking/catalogue_rates.h"

#include "indexer/linking/weights.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace wespol {
namespace {

using Counts = std::unordered_map<std::string, std::size_t>;

/// Fewer entities than this tell nothing of how common a place or a form is.
constexpr std::size_t kFewestEntities = 50;

std::set<std::string> municipalities(const std::vector<PlaceHint>& places) {
    std::set<std::string> codes;
    for (const PlaceHint& hint : places)
        for (const PlaceCandidate& each : hint.candidates)
            if (!each.municipality.empty()) codes.insert(each.municipality);
    return codes;
}

std::size_t uses(const Counts& counts, const std::string& key) {
    const auto found = counts.find(key);
    return found == counts.end() ? 0 : found->second;
}

/// An unseen one counts as seen once.
double bits(std::size_t uses, std::size_t entities) {
    return -std::log2(static_cast<double>(uses + 1) / static_cast<double>(entities + 1));
}

}  // namespace

void CatalogueRates::count_entity(const ComparableRecord& entity) {
    ++entities_;
    ++forms_[entity.form];
    for (const std::string& code : municipalities(entity.places)) {
        ++municipalities_[code];
        ++forms_in_municipality_[entity.form + "@" + code];
    }
}

double CatalogueRates::form_bits(const std::string& form) const {
    if (entities_ < kFewestEntities) return weights::kLeastSameForm;
    return std::clamp(bits(uses(forms_, form), entities_), weights::kLeastSameForm,
                      weights::kMostSameForm);
}

double CatalogueRates::place_bits(const std::vector<PlaceHint>& places) const {
    if (entities_ < kFewestEntities) return weights::kUnknownPlaceRarity;
    std::size_t commonest = 0;
    for (const std::string& code : municipalities(places))
        commonest = std::max(commonest, uses(municipalities_, code));
    return std::clamp(bits(commonest, entities_), weights::kLeastSamePlace,
                      weights::kMostSamePlace);
}

std::size_t CatalogueRates::count(const std::string& form,
                                  const std::vector<PlaceHint>& places) const {
    std::size_t found = 0;
    for (const std::string& code : municipalities(places))
        found += uses(forms_in_municipality_, form + "@" + code);
    return found;
}

}  // namespace wespol
