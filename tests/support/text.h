// SPDX-License-Identifier: GPL-3.0-or-later
// What tests ask of texts and make of them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace wespol::test {

inline bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

inline std::string repeated(std::string_view part, std::size_t times) {
    std::string text;
    text.reserve(part.size() * times);
    for (std::size_t i = 0; i < times; ++i)
        text += part;
    return text;
}

}  // namespace wespol::test
