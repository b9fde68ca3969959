// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a JSON file that is one array of records. The row of a record is the line it begins on, as
// an editor shows it. A broken record costs itself; brackets that do not fit cost the file.
// What a record may be: json_row.h. Thread-safe: no state.
#pragma once

#include "core/support/diagnostic.h"
#include "indexer/source/source_record.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>

namespace wespol {

inline constexpr std::size_t kMaxJsonBytes = 128U << 20;

struct JsonArrayCount {
    std::size_t rows = 0;
    bool is_readable = true;  ///< false: an error says why, and what was handed on is not all
};

JsonArrayCount read_json_array(const std::filesystem::path& path, const std::string& name,
                               Diagnostics& diagnostics,
                               const std::function<void(const SourceRecord&)>& take);

}  // namespace wespol
