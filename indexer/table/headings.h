// SPDX-License-Identifier: GPL-3.0-or-later
// The row of a sheet that names its columns: among the first twenty, the one with most names that
// the profile knows. Thread-safe: no state.
#pragma once

#include "core/table/table_file.h"
#include "indexer/source/source_record.h"
#include "indexer/table/column_names.h"

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wespol {

struct Headings {
    std::size_t row = 0;                                     ///< 0 = there is none
    std::map<std::size_t, const Column*> columns;            ///< by column of the sheet
    std::map<std::size_t, std::string> unknown;              ///< headings the profile does not know
    std::vector<std::pair<std::size_t, std::size_t>> alike;  ///< two columns of one meaning
    std::shared_ptr<const ColumnLabels> labels;

    std::vector<const Column*> missing(const std::vector<Column>& wanted) const;
};

/// `rows` are the first of a sheet.
Headings find_headings(const std::vector<TableRow>& rows, const ColumnNames& names,
                       std::string_view profile);

/// "nr KRS (kolumna C)"
std::string column_label(std::string_view heading, std::size_t column);

}  // namespace wespol
