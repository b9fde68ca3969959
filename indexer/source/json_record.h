// SPDX-License-Identifier: GPL-3.0-or-later
// A file of the data folder that is one JSON object, on as many lines as it likes: settings, not a
// list. Within the limits of a row (json_row.h). Thread-safe: no state.
#pragma once

#include "core/support/result.h"
#include "indexer/source/source_record.h"

#include <filesystem>
#include <string>

namespace wespol {

/// `file` lies in `directory` and is named so in the record. What is wrong with its content is a
/// value; throws Error(environment) when it cannot be read.
Result<SourceRecord> read_json_record(const std::filesystem::path& directory,
                                      const std::string& file);

}  // namespace wespol
