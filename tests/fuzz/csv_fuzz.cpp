// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a table with separators; and its cells written by our own writer and read back.
#include "core/table/csv_file.h"
#include "server/files/csv_writer.h"
#include "tests/fuzz/table_rows.h"

#include <algorithm>

using namespace wespol;
using test::promise;

namespace {

/// Cells as text by their columns; what a table gets when it is written.
Row as_written(const TableRow& row) {
    Row cells(row.cells.back().column + 1);
    for (const Cell& cell : row.cells)
        cells[cell.column] = cell.text;
    return cells;
}

bool is_read_back(const TableRow& before, const TableRow& after) {
    return std::ranges::equal(before.cells, after.cells, [](const Cell& was, const Cell& is) {
        return was.column == is.column && guarded_from_formulas(was.text) == is.text;
    });
}

void check_written(const std::vector<TableRow>& rows, const CsvStyle& style) {
    std::string file = std::string("sep=") + style.separator + "\r\n";
    CsvWriter writer(style);
    for (const TableRow& row : rows)
        writer.add_row(as_written(row));
    const auto table = open_csv_bytes(file + writer.take());
    promise(table.has_value(), "a table that was written can be opened");
    const std::vector<TableRow> again = test::checked_rows(**table, 0);
    promise(std::ranges::equal(rows, again, is_read_back), "a table written is read as it was");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto table = open_csv_bytes(test::text_of(bytes, size));
    if (!table) {
        promise(!table.error().message.in(Language::pl).empty(), "a refusal has a reason");
        return 0;
    }
    const std::vector<TableRow> rows = test::checked_rows(**table, 0);
    // A table of few cells in far columns would be all separators.
    constexpr std::size_t kMostWritten = 1000;
    if (std::ranges::any_of(
            rows, [](const TableRow& row) { return row.cells.back().column > kMostWritten; }))
        return 0;
    for (const char separator : {';', ',', '\t'})
        check_written(rows, {separator, ',', false});
    return 0;
}
