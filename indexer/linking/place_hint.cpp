// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/linking/place_hint.h"

#include "core/analysis/folding.h"
#include "core/catalogue/region.h"
#include "indexer/linking/edit_distance.h"
#include "indexer/linking/weights.h"

#include <algorithm>

namespace wespol {
namespace {

bool same_municipality(const PlaceCandidate& a, const PlaceCandidate& b) {
    if (a.municipality.empty() || b.municipality.empty()) return false;
    return a.municipality == b.municipality ||
           (a.county == b.county && a.municipality_name == b.municipality_name);
}

PlaceRelation relation(const PlaceCandidate& a, const PlaceCandidate& b) {
    const bool both_localities = !a.locality.empty() && !b.locality.empty();
    if (same_municipality(a, b)) {
        if (!both_localities) return PlaceRelation::within_municipality;
        return a.locality == b.locality ? PlaceRelation::same_locality
                                        : PlaceRelation::same_municipality;
    }
    const bool is_county_only = a.municipality.empty() || b.municipality.empty();
    if (is_county_only && a.county == b.county) return PlaceRelation::same_county;
    return distance_km(a.lat, a.lon, b.lat, b.lon) <= weights::kNearKm ? PlaceRelation::near
                                                                       : PlaceRelation::far;
}

/// Whether `inner` lies in `outer`, which is a municipality or a county.
bool lies_in(const PlaceCandidate& inner, const PlaceCandidate& outer) {
    if (outer.municipality.empty()) return inner.county == outer.county;
    return same_municipality(inner, outer);
}

}  // namespace

PlaceRelation relation(const PlaceHint& a, const PlaceHint& b) {
    if (a.candidates.empty() || b.candidates.empty()) {
        const std::string left = fold_words(a.text);
        const std::string right = fold_words(b.text);
        return left == right || are_mistyped(left, right) ? PlaceRelation::same_locality
                                                          : PlaceRelation::unknown_town;
    }
    PlaceRelation best = PlaceRelation::far;
    for (const PlaceCandidate& left : a.candidates)
        for (const PlaceCandidate& right : b.candidates)
            best = std::min(best, relation(left, right));
    return best;
}

PlaceRelation relation(const std::vector<PlaceHint>& a, const std::vector<PlaceHint>& b) {
    if (a.empty() || b.empty()) return PlaceRelation::unknown;
    PlaceRelation best = PlaceRelation::far;
    for (const PlaceHint& left : a)
        for (const PlaceHint& right : b)
            best = std::min(best, relation(left, right));
    return best;
}

void narrow(std::vector<PlaceHint>& hints) {
    const auto is_wide = [](const PlaceHint& hint) {
        return !hint.candidates.empty() &&
               std::all_of(hint.candidates.begin(), hint.candidates.end(),
                           [](const PlaceCandidate& each) { return each.locality.empty(); });
    };
    const std::vector<PlaceHint> all = hints;
    bool is_narrowed = false;
    for (const PlaceHint& wide : all) {
        if (!is_wide(wide)) continue;
        for (PlaceHint& hint : hints) {
            if (is_wide(hint)) continue;
            std::vector<PlaceCandidate> inside;
            for (const PlaceCandidate& each : hint.candidates)
                if (std::any_of(wide.candidates.begin(), wide.candidates.end(),
                                [&](const PlaceCandidate& outer) { return lies_in(each, outer); }))
                    inside.push_back(each);
            if (inside.empty()) continue;
            hint.candidates = std::move(inside);
            is_narrowed = true;
        }
    }
    if (is_narrowed) std::erase_if(hints, is_wide);
}

std::string text_of(const std::vector<PlaceHint>& hints) {
    std::string text;
    for (const PlaceHint& each : hints)
        text += (text.empty() ? "" : ", ") + each.text;
    return text;
}

}  // namespace wespol
