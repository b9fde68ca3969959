// SPDX-License-Identifier: GPL-3.0-or-later
// A record → one line of JSON with its keys in their order, as our own files are kept.
// Thread-safe: no state.
#pragma once

#include "indexer/source/source_record.h"

#include <string>

namespace wespol {

/// Without a line feed. Text that begins with "=" or "+" stays what it is: JSON has no formulas.
std::string to_json_line(const SourceRecord& record);

}  // namespace wespol
