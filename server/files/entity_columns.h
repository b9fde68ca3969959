// SPDX-License-Identifier: GPL-3.0-or-later
// THE table of the columns of files of entities: every format, the dictionary in the spreadsheet
// and docs/files.md follow it. Thread-safe: constant.
#pragma once

#include "core/search/search_response.h"
#include "server/files/file_columns.h"

namespace wespol {

/// One entity that a search found.
struct EntityRow {
    const Hit& hit;
    const LegalFacts& facts;  ///< empty unless a chosen column needs them
};

using EntityColumn = FileColumn<EntityRow>;

ColumnTable<EntityRow> entity_columns();

}  // namespace wespol
