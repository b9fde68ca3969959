// SPDX-License-Identifier: GPL-3.0-or-later
// One row of an office's file, as read: where it stands and its fields, in no particular format.
// Every reader (JSON lines today) makes these; the mappers know nothing else. Plain values.
#pragma once

#include <cstddef>
#include <cstdint>
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

struct SourceRecord {
    std::string file;      ///< as the office knows it, e.g. "sources/entities.jsonl"
    std::size_t row = 0;   ///< from 1
    SourceMembers fields;  ///< keys are distinct
};

}  // namespace wespol
