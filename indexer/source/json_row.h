// SPDX-License-Identifier: GPL-3.0-or-later
// One JSON object → the fields of a record, by simdjson, within limits. Refused: more than 1 MiB,
// nesting deeper than 32, anything but an object, a key twice, control characters other than tab
// and line feed, wrong UTF-8. Not thread-safe: it keeps its memory between two calls.
#pragma once

#include "core/support/result.h"
#include "indexer/source/source_record.h"

#include <cstddef>
#include <memory>
#include <string_view>

namespace wespol {

inline constexpr std::size_t kMaxRowBytes = 1 << 20;
inline constexpr std::size_t kMaxDepth = 32;

class JsonRowParser {
  public:
    JsonRowParser();
    ~JsonRowParser();
    JsonRowParser(const JsonRowParser&) = delete;
    JsonRowParser& operator=(const JsonRowParser&) = delete;

    /// Bytes that must be readable beyond the text.
    static std::size_t padding();

    /// `text` is followed by padding() readable bytes.
    Result<SourceMembers> parse(std::string_view text);

  private:
    struct Parser;
    std::unique_ptr<Parser> parser_;
};

}  // namespace wespol
