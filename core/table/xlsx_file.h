// SPDX-License-Identifier: GPL-3.0-or-later
// A spreadsheet in Office Open XML (.xlsx): libzip unpacks it piece by piece, expat reads the
// pieces, so that memory and time follow the data and not what the file claims (docs/adr/0010).
// Formulas are never computed: their stored values are taken.
#pragma once

#include "core/table/table_file.h"

#include <filesystem>
#include <memory>
#include <string>

namespace wespol {

TableResult<std::unique_ptr<TableFile>> open_xlsx(const std::filesystem::path& path,
                                                  const TableLimits& limits = {});
TableResult<std::unique_ptr<TableFile>> open_xlsx_bytes(std::string bytes,
                                                        const TableLimits& limits);

}  // namespace wespol
