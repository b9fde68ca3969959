// SPDX-License-Identifier: GPL-3.0-or-later
// A table of an office, row by row, whatever program it was saved by: a spreadsheet (xlsx_file.h)
// or text with separators (csv_file.h). Cells are as stored; what a column means is not known here.
// One reader at a time.
#pragma once

#include "core/support/wording.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace wespol {

inline constexpr std::size_t kEveryRow = static_cast<std::size_t>(-1);

enum class CellKind {
    text,
    number,  ///< the shortest decimal that reads back the same; whole ones without a point
    date,    ///< YYYY-MM-DD
    flag,    ///< "tak" or "nie"
    fault    ///< "#N/A" and the like; "" for a formula that was never computed
};

struct Cell {
    std::size_t column = 0;  ///< from 0
    CellKind kind = CellKind::text;
    std::string text;
};

struct TableRow {
    std::size_t number = 0;  ///< from 1, as Excel shows it: a cell of two lines is one row
    bool is_hidden = false;
    std::vector<Cell> cells;  ///< by column; empty ones are left out
};

struct Sheet {
    std::string name;  ///< "" where the format has no sheets
    bool is_hidden = false;
};

/// Cells joined into one, or columns that are not shown; from 1 and from 0, both ends included.
struct CellRange {
    std::size_t first_row = 0, last_row = 0;
    std::size_t first_column = 0, last_column = 0;
};

/// What there is to say of a sheet beside its rows.
struct SheetTraits {
    std::vector<CellRange> merged;
    std::vector<CellRange> hidden_columns;  ///< rows are 0
};

/// Why a file cannot be read, or not further.
struct TableProblem {
    std::size_t row = 0;        ///< 0 = the whole file
    Wording message;            ///< without a full stop
    Wording advice;             ///< the same
    bool is_too_large = false;  ///< it may be a table, but one that nobody should unpack
};

template <class T>
using TableResult = tl::expected<T, TableProblem>;

inline tl::unexpected<TableProblem> table_problem(std::size_t row, Wording message,
                                                  Wording advice) {
    return tl::unexpected<TableProblem>({row, std::move(message), std::move(advice), false});
}

/// false: no more rows are wanted.
using TakeRow = std::function<bool(const TableRow&)>;

class TableFile {
  public:
    TableFile() = default;
    virtual ~TableFile() = default;
    TableFile(const TableFile&) = delete;
    TableFile& operator=(const TableFile&) = delete;

    virtual const std::vector<Sheet>& sheets() const = 0;

    /// Hands the rows that have a cell to `take`, in their order, none after `last_row`: empty ones
    /// may go on for a million. Traits of what was read.
    virtual TableResult<SheetTraits> read(std::size_t sheet, const TakeRow& take,
                                          std::size_t last_row = kEveryRow) = 0;
};

/// What a file may grow to when it is unpacked.
struct TableLimits {
    std::uint64_t part_bytes = 256U << 20;  ///< of a sheet; half as much of the texts sheets share
    std::size_t texts = 2'000'000;          ///< that sheets share
};

/// By the ending of the name, .xlsx or .csv; a file that only bears the ending is named for what
/// it is. Throws Error(environment) when the disk fails or the file is not there.
TableResult<std::unique_ptr<TableFile>> open_table(const std::filesystem::path& path);

/// A file that somebody sent: it stays in memory. What is no spreadsheet is read as text with
/// separators.
TableResult<std::unique_ptr<TableFile>> open_table_bytes(std::string bytes,
                                                         const TableLimits& limits);

/// "A", "Z", "AA", as Excel calls the column.
std::string column_letters(std::size_t column);

}  // namespace wespol
