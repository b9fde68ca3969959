// SPDX-License-Identifier: GPL-3.0-or-later
// Text with separators (CSV): libcsv splits it, ICU brings it to UTF-8. Comma, semicolon or tab,
// whichever divides the first rows most evenly, or as "sep=;" says. Quotes and line breaks inside
// quotes as Excel reads them; an unclosed quote is named with the row it began in.
#pragma once

#include "core/table/table_file.h"

#include <filesystem>
#include <memory>
#include <string>

namespace wespol {

inline constexpr std::size_t kMaxCsvBytes = 128U << 20;

TableResult<std::unique_ptr<TableFile>> open_csv(const std::filesystem::path& path);
TableResult<std::unique_ptr<TableFile>> open_csv_bytes(std::string bytes);

}  // namespace wespol
