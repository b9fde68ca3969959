// SPDX-License-Identifier: GPL-3.0-or-later
// A table → CSV as RFC 4180 has it: UTF-8, CRLF, quotes where they are needed. Text that a
// spreadsheet would take for a formula stays text (docs/adr/0014). Used by one thread.
#pragma once

#include "server/files/cell.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace wespol {

/// What a Polish spreadsheet opens by a double click: a comma divides its decimals.
struct CsvStyle {
    char separator = ';';
    char decimal = ',';
    bool byte_order_mark = true;
};

class CsvWriter {
  public:
    explicit CsvWriter(const CsvStyle& style = {});

    void add_headings(const std::vector<TableColumn>& columns);
    void add_row(const Row& row);

    /// Bytes that wait to be taken.
    std::size_t size() const { return text_.size(); }

    /// What was written since the last time.
    std::string take();

  private:
    void add_field(std::string_view text);
    void end_row();

    CsvStyle style_;
    std::string text_;
};

/// The text with an apostrophe before it where a spreadsheet would calculate with it: it begins
/// with = + - @, a tab or a line break, or with apostrophes and then one of these. So one
/// apostrophe less is the text again.
std::string guarded_from_formulas(std::string_view text);

}  // namespace wespol
