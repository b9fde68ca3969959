// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/linking/place_hint.h"

#include "core/analysis/folding.h"
#include "core/catalogue/region.h"
#include "core/support/joined.h"
#include "indexer/linking/edit_distance.h"
#include "indexer/linking/weights.h"

#include <algorithm>

namespace wespol {
namespace {

/// precedence() of a locality that is neither a town nor a seat.
constexpr int kVillageRank = 2;

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

/// A county is often named for its seat though that is a county of its own: "Konin, pow. koniński".
bool lies_beside(const PlaceCandidate& inner, const PlaceCandidate& county) {
    return county.municipality.empty() &&
           distance_km(inner.lat, inner.lon, county.lat, county.lon) <= weights::kNearKm;
}

template <class Fits>
std::vector<PlaceCandidate> inside(const PlaceHint& hint, const PlaceHint& wide, Fits fits) {
    std::vector<PlaceCandidate> found;
    for (const PlaceCandidate& each : hint.candidates)
        if (std::any_of(wide.candidates.begin(), wide.candidates.end(),
                        [&](const PlaceCandidate& outer) { return fits(each, outer); }))
            found.push_back(each);
    return found;
}

/// A village that the table lacks: of that name, somewhere in the municipality or county.
std::vector<PlaceCandidate> moved_into(const PlaceHint& hint, const PlaceHint& wide) {
    std::vector<PlaceCandidate> moved = wide.candidates;
    for (PlaceCandidate& each : moved) {
        each.locality = hint.candidates.front().locality;
        each.rank = kVillageRank;
    }
    return moved;
}

/// Whether no other place of the name is meant rather (a town goes before a village) …
bool is_likely(const PlaceCandidate& candidate, const PlaceHint& hint) {
    return std::all_of(hint.candidates.begin(), hint.candidates.end(),
                       [&](const PlaceCandidate& each) { return each.rank >= candidate.rank; });
}

/// … nor just as well, as of several villages.
bool is_meant(const PlaceCandidate& candidate, const PlaceHint& hint) {
    return std::all_of(hint.candidates.begin(), hint.candidates.end(),
                       [&](const PlaceCandidate& each) {
                           return &each == &candidate || each.rank > candidate.rank ||
                                  same_municipality(each, candidate);
                       });
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
        for (const PlaceCandidate& right : b.candidates) {
            PlaceRelation found = relation(left, right);
            if (found <= PlaceRelation::within_municipality &&
                !(is_meant(left, a) && is_meant(right, b)))
                found = PlaceRelation::same_name;
            else if (!is_likely(left, a) || !is_likely(right, b))
                found = PlaceRelation::far;
            best = std::min(best, found);
        }
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
    // The seat says which of the villages called as it is the name means.
    const auto is_seat = [](const PlaceHint& hint) {
        return hint.candidates.size() == 1 && !hint.candidates.front().locality.empty();
    };
    if (const auto seat = std::find_if(hints.begin(), hints.end(), is_seat); seat != hints.end()) {
        const PlaceCandidate place = seat->candidates.front();
        for (PlaceHint& hint : hints)
            if (!hint.candidates.empty() && hint.candidates.front().locality == place.locality)
                hint.candidates = {place};
    }
    const std::vector<PlaceHint> all = hints;
    bool is_narrowed = false;
    for (const PlaceHint& wide : all) {
        if (!is_wide(wide)) continue;
        for (PlaceHint& hint : hints) {
            if (is_wide(hint)) continue;
            std::vector<PlaceCandidate> found = inside(hint, wide, lies_in);
            if (found.empty()) found = inside(hint, wide, lies_beside);
            if (found.empty() && !hint.candidates.empty()) found = moved_into(hint, wide);
            if (found.empty()) continue;
            hint.candidates = std::move(found);
            is_narrowed = true;
        }
    }
    if (is_narrowed) std::erase_if(hints, is_wide);
}

std::string text_of(const std::vector<PlaceHint>& hints) {
    return joined(hints, ", ", &PlaceHint::text);
}

}  // namespace wespol
