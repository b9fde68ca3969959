// SPDX-License-Identifier: GPL-3.0-or-later
// The XML of one sheet → rows, as it streams by: memory for one row, whatever the sheet's size.
// Handlers are called from C, so rows are collected and handed on between two pieces. Not
// thread-safe.
#pragma once

#include "core/table/table_file.h"
#include "core/table/xlsx_workbook.h"
#include "core/table/xml_stream.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

inline constexpr std::size_t kMaxCellBytes = 128 * 1024;  ///< Excel: 32,767 characters

class XlsxSheet : public XmlHandler {
  public:
    explicit XlsxSheet(const XlsxWorkbook& workbook) : workbook_(workbook) {}

    void start(std::string_view element, const XmlAttributes& attributes) override;
    void text(std::string_view text) override;
    void end(std::string_view element) override;

    /// Rows completed since the last call.
    std::vector<TableRow> take_rows();
    /// Of the row that was begun last, empty or not.
    std::size_t row_number() const { return row_.number; }
    const SheetTraits& traits() const { return traits_; }

  private:
    void start_row(const XmlAttributes& attributes);
    void start_cell(const XmlAttributes& attributes);
    void end_cell();
    Cell cell() const;
    Cell dated() const;

    const XlsxWorkbook& workbook_;
    std::vector<TableRow> rows_;
    SheetTraits traits_;
    TableRow row_;
    std::size_t next_column_ = 0;
    bool in_row_ = false, in_cell_ = false, in_value_ = false, in_inline_ = false,
         has_formula_ = false;
    bool has_value_ = false;
    std::size_t column_ = 0;
    std::string type_, value_;
    bool is_date_ = false;
};

/// The day a spreadsheet counts as `serial`; null before 1900 and after 2200.
/// Excel's 1900 system knows a 29 February 1900, which was none.
std::string day_of_serial(double serial, bool counts_from_1904);

/// As a person reads it: "7781346888", "0.5"; never "7.781346888E9".
std::string plain_number(std::string_view written);

}  // namespace wespol
