// SPDX-License-Identifier: GPL-3.0-or-later
// What the name of a file in the inbox says of it: a list, something of a program (ours, a copying
// one, the office suite), or a file that nobody can tell what it is. Thread-safe: no state.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace wespol {

enum class DroppedKind {
    list,     ///< begins with the name of a source, as in sources/
    passing,  ///< temporary, hidden, a report: not to be looked at
    strange   ///< a person put it there, but it cannot be a list
};

struct DroppedName {
    DroppedKind kind = DroppedKind::passing;
    std::string problem, advice;  ///< strange: why, in Polish
};

DroppedName read_dropped_name(std::string_view name);

/// Longer names leave no room for those of the reports.
inline constexpr std::size_t kLongestListName = 200;

/// Put behind the name of a list: its reports, and the list it took the place of.
inline constexpr std::string_view kPageEnding = ".report.html";
inline constexpr std::string_view kJsonEnding = ".report.json";
inline constexpr std::string_view kTextEnding = ".report.txt";
inline constexpr std::string_view kPreviousEnding = ".previous-";

}  // namespace wespol
