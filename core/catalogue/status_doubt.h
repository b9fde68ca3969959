// SPDX-License-Identifier: GPL-3.0-or-later
// Why it is uncertain whether a status held on a day: which of its dates the sources leave open.
// The state itself is legal_facts.h; of certificates: certificate_doubt.h. Thread-safe: no state.
#pragma once

#include "core/catalogue/legal_facts.h"

#include <string>
#include <string_view>
#include <vector>

namespace wespol {

/// "brak_daty_poczatku", "niedokladna_data_poczatku", "brak_daty_konca", "niedokladna_data_konca";
/// none unless the state on that day is uncertain.
std::vector<std::string_view> doubts_on(const EntityStatus& status, Day day);

/// "Źródło mówi o nim na: 2013. Do kiedy trwał, nie wiadomo; najpóźniej do 31.12.2023."; "" unless
/// the state on that day is uncertain.
std::string doubt_in_words(const EntityStatus& status, Day day, Language language);

/// For documents that are Polish.
inline std::string doubt_in_polish(const EntityStatus& status, Day day) {
    return doubt_in_words(status, day, Language::pl);
}

}  // namespace wespol
