// SPDX-License-Identifier: GPL-3.0-or-later
// The county, municipality and town of a list, as words of any writing → codes of the region's
// tables. A town that the table lacks is left for the mapper to tell. "M. POZNAŃ", "POZNAŃ-WILDA"
// and "Środa Wlkp." are known for what they are; of an urban and a rural municipality of one name
// the town decides. What stays open is said, not guessed. Thread-safe: no state.
#pragma once

#include "core/catalogue/region.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace wespol {

struct WrittenPlace {
    std::string county, municipality, town;  ///< "" where the list has none
};

struct PlaceDoubt {
    const char* key = "";  ///< "county", "municipality" or "town"
    bool is_left_out = false;
    std::string message, advice;
};

struct ResolvedPlace {
    std::optional<std::string> county;        ///< TERYT, 4 digits
    std::optional<std::string> municipality;  ///< TERYT, 6 digits
    std::optional<std::string> town;          ///< as the region's table writes it, if it has it
    bool is_town_known = false;               ///< the table has it
    bool is_inflected = false;                ///< the list writes it in another case
    bool is_elsewhere = false;                ///< no town of that name in the region, nor a gmina
    std::vector<PlaceDoubt> doubts;
};

/// The names of which a text may be a grammatical form (town_forms.h).
using BaseNames = std::function<std::vector<std::string>(const std::string&)>;

/// `base_names` is asked only of towns that the table lacks; none: nobody knows.
/// A county in which there is no such town: of a city its own county is taken, since it is known
/// for sure; of a village neither county nor municipality, the table may lack one of its name.
ResolvedPlace resolve_place(const Region& region, const WrittenPlace& written,
                            const BaseNames& base_names = {});

}  // namespace wespol
