// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a text file → UTF-8, by ICU: UTF-8 and UTF-16 with a mark, UTF-8 without one,
// else the encodings that Polish offices use (Windows-1250, ISO 8859-2). Thread-safe: no state.
#pragma once

#include "core/table/table_file.h"

#include <string>
#include <string_view>

namespace wespol {

struct DecodedText {
    std::string text;      ///< UTF-8 without a mark
    std::string encoding;  ///< "UTF-8", "UTF-16LE", "windows-1250", …
};

/// A problem, with the line, for a NUL byte and for a text of two encodings at once.
TableResult<DecodedText> decode_text(std::string bytes);

}  // namespace wespol
