// SPDX-License-Identifier: GPL-3.0-or-later
// Whether words are (part of) a name in the index: "Zielona Piła" must not be read as a town.
// Looks at names and aliases of all records, remembers the answers and gives a bounded number of
// them: one for each request, used by one thread; throws Xapian::Error.
#pragma once

#include "core/search/plain_words.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace wespol {

/// Different words that are looked for in names for one request. Of more it is taken that they are
/// of a name, so that they stay words.
inline constexpr std::size_t kMaxWordsLookedForInNames = 32;

class KnownNames {
  public:
    explicit KnownNames(const Xapian::Database& database) : database_(database) {}

    /// What it remembers, for the next request.
    void forget() { known_.clear(); }

    /// The whole of a name. `folded`: as fold_words() makes it.
    bool is_name(std::string_view folded) const;

    /// Whether these words, in these very forms, stand side by side in a name.
    bool stand_in_name(const std::vector<std::string>& surfaces) const;

  private:
    bool look_for(const std::vector<std::string>& surfaces) const;

    const Xapian::Database& database_;
    mutable std::map<std::vector<std::string>, bool> known_;
};

/// Whether these words of a query stand in a name together with the word before or behind them.
bool are_part_of_name(const PlainWords& words, std::size_t first, std::size_t count,
                      const KnownNames& names);

}  // namespace wespol
