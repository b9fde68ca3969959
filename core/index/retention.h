// SPDX-License-Identifier: GPL-3.0-or-later
// Which generations stay when others are published: whoever fits one of the rules does. The one
// that is served, here or by another process, stays whatever the rules are. Plain value.
#pragma once

#include <chrono>
#include <cstddef>

namespace wespol {

struct Retention {
    std::size_t newest = 5;
    std::chrono::days built_within{0};
    /// Counted from the last protocol made of it: its address opens as long as the generation is
    /// there. 1827 days are five years.
    std::chrono::days protocol_within{1827};
};

}  // namespace wespol
