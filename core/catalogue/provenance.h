// SPDX-License-Identifier: GPL-3.0-or-later
// Where a record comes from: the line of the office's file, the public pages it rests on, and
// when that was last confirmed; and, where several records of one entity were merged, what each of
// them says. Plain values.
#pragma once

#include "core/catalogue/partial_date.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace wespol {

struct Provenance {
    std::string file;                     ///< "sources/entities.jsonl"
    std::size_t row = 0;                  ///< from 1
    std::optional<PartialDate> as_of;     ///< when the sources were last known to hold
    std::optional<std::string> evidence;  ///< kind of source, as published
    std::vector<std::string> urls;
    std::optional<std::string> sheet{};  ///< of a spreadsheet
};

/// What a source says that is not published, because another one says otherwise and comes first.
struct DifferingValue {
    std::string field;
    std::string value;  ///< as text
};

/// What one of the merged records says.
struct SourceClaim {
    std::string id;                         ///< of the record in its source
    std::vector<std::string> fields;        ///< those whose published value it gives or confirms
    std::vector<DifferingValue> differing;  ///< values that lost
    Provenance provenance;
};

}  // namespace wespol
