// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/report/polish_count.h"

#include <fmt/format.h>

namespace wespol {

std::string counted(std::size_t number, const Noun& noun) {
    const std::size_t unit = number % 10;
    const std::size_t ten = number / 10 % 10;
    const bool is_few = unit >= 2 && unit <= 4 && ten != 1;
    return fmt::format("{} {}", number, number == 1 ? noun.one : is_few ? noun.few : noun.many);
}

}  // namespace wespol
