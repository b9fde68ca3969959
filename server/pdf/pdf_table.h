// SPDX-License-Identifier: GPL-3.0-or-later
// A table in a PDF. Its head is repeated on each page; a row stays whole unless it is higher than a
// page, and then it says that it goes on. Plain value and one function.
#pragma once

#include "server/pdf/pdf_pages.h"

#include <string>
#include <vector>

namespace wespol {

struct PdfColumn {
    std::string title;
    double share = 1;  ///< of the width, in proportion to the other columns
};

struct PdfTable {
    std::vector<PdfColumn> columns;
    std::vector<std::vector<PdfText>> rows;  ///< as many cells as there are columns
    std::string continued;                   ///< "ciąg dalszy"
    bool has_head = true;                    ///< the titles are shown
    double width = PdfPages::kBodyWidth;
};

/// The first cell of each row is the row's head (TH) where there is no other.
void draw_table(PdfPages& pages, const PdfTable& table);

}  // namespace wespol
