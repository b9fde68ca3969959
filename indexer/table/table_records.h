// SPDX-License-Identifier: GPL-3.0-or-later
// A table → records: the sheets and their rows with headings are found, columns are told by their
// names, every other row becomes a record whose keys are those of vocabulary/column_names.jsonl.
// Nothing is dropped in silence: other sheets, unknown columns, hidden rows, joined cells and rows
// that belong elsewhere are named. What the values mean is the profile's affair. No state.
#pragma once

#include "core/support/diagnostic.h"
#include "core/table/table_file.h"
#include "indexer/source/source_record.h"
#include "indexer/table/column_names.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace wespol {

inline constexpr std::size_t kMostHeadingRows = 20;
inline constexpr std::size_t kMostTableRemarks = 10'000;

struct TableCount {
    std::size_t rows = 0;     ///< that became records
    bool is_readable = true;  ///< false: an error says why, and what was handed on is not all
};

TableCount read_table(TableFile& table, const std::string& name, const ColumnNames& names,
                      std::string_view profile, Diagnostics& diagnostics,
                      const std::function<void(const SourceRecord&)>& take);

}  // namespace wespol
