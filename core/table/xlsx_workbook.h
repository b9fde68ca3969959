// SPDX-License-Identifier: GPL-3.0-or-later
// What a spreadsheet file (Office Open XML) says beside its sheets: which sheets there are, the
// texts they share, which styles mean dates. Small parts are read whole, within limits.
// Immutable after reading.
#pragma once

#include "core/table/table_file.h"
#include "core/table/zip_archive.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

struct XlsxWorkbook {
    std::vector<Sheet> sheets;
    std::vector<std::string> parts;   ///< of each sheet, its path in the archive
    std::vector<std::string> texts;   ///< shared strings, by number
    std::vector<bool> style_is_date;  ///< by number of a cell's style
    bool counts_from_1904 = false;
};

TableResult<XlsxWorkbook> read_workbook(const ZipArchive& archive, const TableLimits& limits);

/// "dd.mm.yyyy", "[$-415]d mmmm yyyy" and the like; not "0.00", not times without a day.
bool is_date_format(std::string_view format);

/// "_x000D_" → the character: how a spreadsheet writes what XML cannot hold. No text holds NUL.
std::string unescaped(std::string_view text);

}  // namespace wespol
