// SPDX-License-Identifier: GPL-3.0-or-later
// One row of an office's file, as read: where it stands and its fields, in no particular format.
// Every reader (JSON lines, JSON, tables) makes these; the mappers know nothing else. Plain values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace wespol {

struct SourceMember;
struct SourceValue;
using SourceList = std::vector<SourceValue>;
using SourceMembers = std::vector<SourceMember>;

struct SourceValue {
    std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, SourceList, SourceMembers>
        value;
};

struct SourceMember {
    std::string key;
    SourceValue value;
};

/// A key of the record → the column it stands in, as the office sees it: "nr KRS (kolumna C)".
using ColumnLabels = std::map<std::string, std::string, std::less<>>;

struct SourceRecord {
    std::string file;      ///< as the office knows it, e.g. "sources/entities.jsonl"
    std::size_t row = 0;   ///< from 1
    SourceMembers fields;  ///< keys are distinct
    std::string sheet{};   ///< of a spreadsheet; empty elsewhere
    std::shared_ptr<const ColumnLabels> columns{};  ///< of a table; null: keys are the file's own
    std::string
        made_id{};  ///< an id made from its words; "" = the file gives one, or there is none
};

}  // namespace wespol
