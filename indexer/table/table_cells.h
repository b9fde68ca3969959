// SPDX-License-Identifier: GPL-3.0-or-later
// One cell → a value of a record, by the kind of its column: dates as EDTF, numbers of registers
// as digits, telephones as E.164, lists as lists. What cannot be read is left out with a warning,
// what was put right is told. Thread-safe: no state.
#pragma once

#include "core/table/table_file.h"
#include "indexer/source/source_record.h"
#include "indexer/table/column_names.h"

#include <functional>
#include <optional>
#include <string>

namespace wespol {

/// message, advice
using Warn = std::function<void(std::string, std::string)>;

/// null when the cell gives no value. `warn` is told what was left out or put right, `note` what
/// else there is to know.
std::optional<SourceValue> value_of(const Cell& cell, ColumnKind kind, const Warn& warn,
                                    const Warn& note);

}  // namespace wespol
