// SPDX-License-Identifier: GPL-3.0-or-later
// What a line of a list speaks of: the numbers in it (NIP, KRS, REGON in any writing) and a name.
// Says what is wrong with a number that cannot be one. Looks nothing up. Thread-safe: no state.
#pragma once

#include "core/catalogue/identifiers.h"
#include "server/checks/written_list.h"

#include <string>
#include <string_view>
#include <vector>

namespace wespol {

struct ReadLine {
    std::vector<Identifier> numbers;  ///< NIP first, then KRS, then REGON; distinct
    std::string name;                 ///< "" when there are no words
    bool name_is_called = false;      ///< the heading of its column calls it a name
    std::vector<Wording> wrong;       ///< sentences on numbers that are none, with the digit
    std::string wrong_text;           ///< the first of those numbers, as written
    std::vector<Wording> remarks;     ///< sentences on what was read over
};

ReadLine read_line(const WrittenLine& line);

/// One text that may be a number or a name, or cells in a row (written_list.h).
ReadLine read_one(std::string_view text);

/// "NIP 778-134-68-88".
std::string shown(const Identifier& number);

}  // namespace wespol
