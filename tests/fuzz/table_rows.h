// SPDX-License-Identifier: GPL-3.0-or-later
// What holds of the rows of any table, whatever bytes it was read from.
#pragma once

#include "core/catalogue/calendar.h"
#include "core/table/table_file.h"
#include "tests/fuzz/target.h"

#include <vector>

namespace wespol::test {

inline void check_cell(const Cell& cell) {
    promise(is_clean_text(cell.text), "a cell is clean text");
    promise(cell.kind != CellKind::date || parse_day(cell.text), "a date in a cell is a day");
    promise(cell.kind != CellKind::flag || cell.text == "tak" || cell.text == "nie",
            "a flag in a cell is yes or no");
}

inline void check_row(const TableRow& row, std::size_t number_before) {
    promise(row.number > number_before, "rows come in their order");
    promise(!row.cells.empty(), "a row that is handed on has a cell");
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        promise(i == 0 || row.cells[i].column > row.cells[i - 1].column,
                "cells come in the order of their columns");
        check_cell(row.cells[i]);
    }
}

/// All rows of a sheet, those before the file turned out to be broken too.
inline std::vector<TableRow> checked_rows(TableFile& table, std::size_t sheet) {
    std::vector<TableRow> rows;
    const auto read = table.read(sheet, [&](const TableRow& row) {
        check_row(row, rows.empty() ? 0 : rows.back().number);
        rows.push_back(row);
        return true;
    });
    promise(read || !read.error().message.in(Language::pl).empty(), "a refusal has a reason");

    std::size_t handed_on = 0;
    static_cast<void>(table.read(sheet, [&](const TableRow&) { return ++handed_on < 2; }));
    promise(handed_on == (rows.size() < 2 ? rows.size() : 2), "no row comes that is not wanted");
    return rows;
}

}  // namespace wespol::test
