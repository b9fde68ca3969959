// SPDX-License-Identifier: GPL-3.0-or-later
// How the records write a word of the index, which is folded there: "sredzianka" → "średzianka".
// Looks into one record a field at most. Use from one thread; throws Xapian::Error.
#pragma once

#include "core/index/columns.h"
#include "core/search/record_reader.h"

#include <string>
#include <string_view>

#include <xapian.h>

namespace wespol {

/// In lower case. "" when no entity has this very form.
std::string spelling_in_records(const Xapian::Database& database, const Columns& columns,
                                const RecordReader& records, std::string_view folded);

}  // namespace wespol
