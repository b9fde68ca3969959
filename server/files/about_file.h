// SPDX-License-Identifier: GPL-3.0-or-later
// What a file says of itself: what was asked in words and as an address, for which day, when and of
// which generation it was made, under which licence. Thread-safe: no state.
#pragma once

#include "core/catalogue/calendar.h"
#include "core/catalogue/warsaw_time.h"
#include "server/pages/messages.h"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace wespol {

struct MadeFile {
    std::string what;                                           ///< a sentence or two
    std::vector<std::pair<std::string, std::string>> question;  ///< in words, label and text
    std::string page;     ///< address of the same search for people; "" when there is none
    std::string address;  ///< of the file itself; "" when it has none
    std::string generation;
    Day as_of{};
    Moment moment{};
    std::vector<std::string> caveats;  ///< of facts told for that day
    std::size_t total = 0;
};

std::vector<std::pair<std::string, std::string>> about_file(const Messages& messages,
                                                            const MadeFile& file);

}  // namespace wespol
