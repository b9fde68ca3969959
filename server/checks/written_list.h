// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody pasted or sent to be checked → lines of cells, with the numbers the sender sees:
// plain text, a table (core/table) or JSON. Only in memory. What a line means is line_reading.h's
// affair. Thread-safe: no state.
#pragma once

#include "core/support/wording.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace wespol {

inline constexpr std::size_t kMaxCheckedLines = 5000;
/// Empty rows between them included.
inline constexpr std::size_t kMaxSheetRow = 20'000;
/// More is no line about an organisation: its beginning is kept, and it is told.
inline constexpr std::size_t kMaxLineBytes = 64U << 10;

/// What the heading of its column says of a cell.
enum class CellRole {
    unknown,
    nip,
    krs,
    regon,
    name,
    date  ///< whatever the heading says; never a number or a name
};

struct WrittenCell {
    std::string text;        ///< UTF-8, on one line
    std::size_t column = 0;  ///< from 0
    CellRole role = CellRole::unknown;
};

struct WrittenLine {
    std::size_t number = 0;  ///< from 1, empty ones counted
    std::vector<WrittenCell> cells;
    bool is_heading = false;
    bool is_too_long = false;  ///< only the beginning of it is kept
};

struct WrittenList {
    std::vector<WrittenLine> lines;  ///< those that hold anything
    std::vector<Wording> remarks;    ///< sentences on the whole: other sheets, …
};

/// Why a list is not read at all.
struct ListProblem {
    int status = 400;  ///< 413 when it is too long or grows too large
    Wording message;
};
using WrittenListResult = tl::expected<WrittenList, ListProblem>;

/// Lines of text in any encoding that offices use; tabs and semicolons part cells.
WrittenListResult read_pasted(std::string bytes);

/// .xlsx or text with separators: the first sheet that is not hidden and not empty.
WrittenListResult read_sent_file(std::string bytes);

/// {"lines": ["7781346888", "Fundacja …"]}: texts and whole numbers, nothing else.
WrittenListResult read_json_list(std::string_view json);

/// Cells of one line, parted by tabs, semicolons or kCellDivider.
WrittenLine written_line(std::size_t number, std::string_view text);

/// What stands between cells where a line is shown.
inline constexpr std::string_view kCellDivider = " · ";

/// As text that read_pasted() takes for the same lines.
std::string as_text(const WrittenList& list);

}  // namespace wespol
