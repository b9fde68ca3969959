// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/code_points.h"

#include <array>
#include <cstdint>

#include <unicode/utf8.h>

namespace wespol {

// ICU's macros narrow int to uint8_t on purpose.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"

char32_t next_code_point(std::string_view text, std::size_t& at) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(text.data(), at, text.size(), c);
    return static_cast<char32_t>(c);
}

void append_code_point(std::string& text, char32_t code_point) {
    std::array<char, U8_MAX_LENGTH> bytes{};
    std::size_t length = 0;
    U8_APPEND_UNSAFE(bytes.data(), length, code_point);
    text.append(bytes.data(), length);
}

#pragma GCC diagnostic pop

std::size_t count_code_points(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count)
        next_code_point(text, at);
    return count;
}

std::string_view cut_at_code_point(std::string_view text, std::size_t max_bytes) {
    if (text.size() <= max_bytes) return text;
    std::size_t end = 0;
    for (std::size_t at = 0; at <= max_bytes; next_code_point(text, at))
        end = at;
    return text.substr(0, end);
}

std::string shortened(std::string_view text, std::size_t max_bytes) {
    const std::string_view kept = cut_at_code_point(text, max_bytes);
    return std::string(kept) + (kept.size() < text.size() ? "…" : "");
}

}  // namespace wespol
