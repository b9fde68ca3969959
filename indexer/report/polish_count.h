// SPDX-License-Identifier: GPL-3.0-or-later
// A number with its noun in the right Polish form. Thread-safe: no state.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace wespol {

struct Noun {
    std::string_view one;   ///< 1 podmiot
    std::string_view few;   ///< 2 podmioty, 22 podmioty
    std::string_view many;  ///< 0, 5, 12 podmiotów
};

std::string counted(std::size_t number, const Noun& noun);

}  // namespace wespol
