// SPDX-License-Identifier: GPL-3.0-or-later
// Where facts about CPV codes were read: their names, check digits, the list of art. 361. The codes
// of the vocabulary name them. Plain values.
#pragma once

#include "core/catalogue/provenance.h"

#include <optional>
#include <string>
#include <vector>

namespace wespol {

struct CpvSource {
    std::string code;
    std::vector<std::string> gives;  ///< "label_pl", "label_en", "check_digit", "art_361"
    std::string title;
    std::optional<std::string> licence;
    Provenance provenance;  ///< always with a day and an address
};

}  // namespace wespol
