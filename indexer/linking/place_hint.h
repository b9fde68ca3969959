// SPDX-License-Identifier: GPL-3.0-or-later
// Where a record says its entity is: a name with all the places of the region it can mean, and how
// two such hints stand to each other. Plain values. Thread-safe: no state.
#pragma once

#include <string>
#include <vector>

namespace wespol {

/// A locality, a municipality (locality empty) or a county (municipality empty too).
struct PlaceCandidate {
    std::string locality;      ///< folded name
    std::string municipality;  ///< TERYT, 6 digits
    std::string
        municipality_name;  ///< folded: a town and the rural municipality around it share it
    std::string county;     ///< TERYT, 4 digits
    double lat = 0, lon = 0;
    int rank = 0;  ///< of a locality: precedence() of region.h, a town 0
};

struct PlaceHint {
    std::string text;                        ///< as written
    std::vector<PlaceCandidate> candidates;  ///< none: not a place of the region
};

/// From the best to the worst.
enum class PlaceRelation {
    same_locality,
    within_municipality,  ///< one of them names nothing closer
    same_name,            ///< several villages bear it, and one of them does not say which
    same_municipality,    ///< two villages of it
    same_county,          ///< one of them names nothing closer
    unknown,              ///< one of them says nothing
    near,
    unknown_town,  ///< differ, and one of them is not in the region's tables
    far
};

PlaceRelation relation(const PlaceHint& a, const PlaceHint& b);

/// The best of all pairs; unknown when one list is empty.
PlaceRelation relation(const std::vector<PlaceHint>& a, const std::vector<PlaceHint>& b);

/// "Piła" and "gmina Chocz" said together: of all places named Piła the one in that gmina, even
/// where the table has none there.
void narrow(std::vector<PlaceHint>& hints);

std::string text_of(const std::vector<PlaceHint>& hints);

}  // namespace wespol
