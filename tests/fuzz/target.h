// SPDX-License-Identifier: GPL-3.0-or-later
// What every target of fuzzing shares. A target is a file *_fuzz.cpp with one function that takes
// any bytes and ends the program when a promise is broken; libFuzzer calls it (script/fuzz), and so
// does replay.cpp with the files of corpus/<target> (ctest -L fuzz).
#pragma once

#include "core/analysis/code_points.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace wespol::test {

/// Ends the program, saying what was promised, unless it holds.
inline void promise(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

inline std::string text_of(const std::uint8_t* bytes, std::size_t size) {
    return std::string(bytes, bytes + size);
}

/// Well-formed UTF-8 without NUL: what every text of ours is once it was read.
inline bool is_clean_text(std::string_view text) {
    constexpr char32_t kReplacement = U'\uFFFD';
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t read = next_code_point(text, at);
        const bool is_malformed =
            read == kReplacement && text.substr(begin, at - begin) != "\uFFFD";
        if (read == 0 || is_malformed) return false;
    }
    return true;
}

}  // namespace wespol::test
