// SPDX-License-Identifier: GPL-3.0-or-later
// A table on its way into a file: columns with headings, rows of cells. What a cell is decides how
// each format writes it: an identifier is text, so that nobody takes its zeros away. Not for
// reading files (core/table does that). Plain values.
#pragma once

#include "core/catalogue/calendar.h"

#include <string>
#include <variant>
#include <vector>

namespace wespol {

/// Empty, text, a finite number, or a day.
using FileCell = std::variant<std::monostate, std::string, double, Day>;
using Row = std::vector<FileCell>;

struct TableColumn {
    std::string heading;
    int width = 20;  ///< where a format has widths: characters
};

}  // namespace wespol
