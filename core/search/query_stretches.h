// SPDX-License-Identifier: GPL-3.0-or-later
// The quotes and minus signs of a query: what is read as one, before any word is looked at.
// Knows nothing of words or of Polish. Thread-safe: no state.
#pragma once

#include <string_view>
#include <vector>

namespace wespol {

/// A part of the query that is read as one: the inside of quotes, a word with a minus, or the
/// plain words between those.
struct Stretch {
    std::string_view text;
    bool quoted = false;
    bool excluded = false;
};

/// The parts of `text` in order, as views into it. White space is taken to be single spaces.
std::vector<Stretch> split_into_stretches(std::string_view text);

}  // namespace wespol
