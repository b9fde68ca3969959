// SPDX-License-Identifier: GPL-3.0-or-later
// Tables → an Excel workbook (.xlsx), written row by row by libxlsxwriter: memory does not grow
// with the rows, text is always text, days are dates. Its working files are in a private folder and
// gone with the writer. Failures throw Error(environment). Used by one thread.
#pragma once

#include "server/files/cell.h"
#include "server/files/unlinked_file.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

inline constexpr std::string_view kXlsxContentType =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// What Excel takes, the headings' row included.
inline constexpr std::size_t kMaxSheetRows = 1048576;
inline constexpr std::size_t kMaxCellCharacters = 32767;

class XlsxWriter {
  public:
    XlsxWriter();
    ~XlsxWriter();
    XlsxWriter(const XlsxWriter&) = delete;
    XlsxWriter& operator=(const XlsxWriter&) = delete;

    /// A sheet with its headings, which stay in view and can be filtered by. Rows go to it until
    /// the next one begins. `name`: at most 31 characters, none of []:*?/\.
    void begin_sheet(const std::string& name, const std::vector<TableColumn>& columns);

    /// Text longer than kMaxCellCharacters is cut and ends with "…".
    void add_row(const Row& row);

    /// The whole workbook; nothing can be added after that.
    std::unique_ptr<UnlinkedFile> finish();

  private:
    class Workbook;  ///< keeps the library out of this header
    std::unique_ptr<Workbook> workbook_;
};

/// As the XML of a cell can hold it: what is no character of XML is U+FFFD, and text that would be
/// read as an escape ("_x0041_") is escaped itself. Cut to kMaxCellCharacters.
std::string sheet_text(std::string_view text);

}  // namespace wespol
