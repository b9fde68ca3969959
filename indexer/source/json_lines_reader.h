// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a JSON Lines file row by row in bounded memory. A broken row costs that row and is named;
// blank rows are passed over. What a row may be: json_row.h.
// Knows nothing of what the fields mean. Thread-safe: no state.
#pragma once

#include "core/support/diagnostic.h"
#include "indexer/source/json_row.h"
#include "indexer/source/source_record.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>

namespace wespol {

/// Hands every good row of `path` to `take` and returns how many rows were not blank.
/// `name` is how diagnostics call the file. Throws Error(environment) when it cannot be read.
std::size_t read_json_lines(const std::filesystem::path& path, const std::string& name,
                            Diagnostics& diagnostics,
                            const std::function<void(const SourceRecord&)>& take);

}  // namespace wespol
