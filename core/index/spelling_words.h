// SPDX-License-Identifier: GPL-3.0-or-later
// Which words can be found: those of the index's text fields and their base forms, those that name
// concepts in any of the languages, and the names of the region's towns and municipalities.
// Not villages that no record has: an invented name is too often close to one of thousands.
#pragma once

#include "core/analysis/analyzer.h"
#include "core/catalogue/catalogue.h"
#include "core/index/spelling_dictionary.h"

#include <vector>

namespace Xapian {
class Database;
}

namespace wespol {

/// Some of them more than once. Throws Xapian::Error.
std::vector<SpellingWord> findable_words(const Xapian::Database& database,
                                         const References& references, const Analyzer& analyzer);

}  // namespace wespol
