// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a JSON Lines file row by row in bounded memory. A broken row costs that row and is named;
// blank rows are passed over. Refused: more than 1 MiB a row, nesting deeper than 32, anything but
// an object, a key twice, control characters other than tab and line feed, wrong UTF-8.
// Knows nothing of what the fields mean. Thread-safe: no state.
#pragma once

#include "core/support/diagnostic.h"
#include "indexer/source/source_record.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>

namespace wespol {

inline constexpr std::size_t kMaxRowBytes = 1 << 20;
inline constexpr std::size_t kMaxDepth = 32;

/// Hands every good row of `path` to `take` and returns how many rows were not blank.
/// `name` is how diagnostics call the file. Throws Error(environment) when it cannot be read.
std::size_t read_json_lines(const std::filesystem::path& path, const std::string& name,
                            Diagnostics& diagnostics,
                            const std::function<void(const SourceRecord&)>& take);

}  // namespace wespol
