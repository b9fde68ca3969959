// SPDX-License-Identifier: GPL-3.0-or-later
// Why the operating system refused, in Polish for the reasons a person can do something about, and
// what to do. Thread-safe: no state.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace wespol {

struct SystemReason {
    std::string message;  ///< "na dysku zabrakło miejsca"; the system's words for rare ones
    std::string hint;     ///< may be empty
};

SystemReason system_reason(int error_number);

/// Of a library that hands on only the system's words; null when they are none of those known.
std::optional<SystemReason> system_reason(std::string_view words_of_the_system);

}  // namespace wespol
