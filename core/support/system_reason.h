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

/// Of a message of a library that hands on the system's words among its own; null when none of
/// those known is in it.
std::optional<SystemReason> system_reason_in(std::string_view text);

}  // namespace wespol
