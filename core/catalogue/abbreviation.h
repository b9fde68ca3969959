// SPDX-License-Identifier: GPL-3.0-or-later
// A shortened writing and what it stands for: "sp. soc." and "spółdzielnia socjalna". The names of
// organisations that only they use are not here. Plain value.
#pragma once

#include <string>

namespace wespol {

struct Abbreviation {
    std::string written;  ///< as people write it: "Wlkp.", "PSONI"
    std::string meaning;  ///< in full, in the base form
};

}  // namespace wespol
