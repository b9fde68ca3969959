// SPDX-License-Identifier: GPL-3.0-or-later
// Why digits that somebody wrote are no NIP, KRS or REGON number, in words for them. Thread-safe:
// no state.
#pragma once

#include "core/support/wording.h"

#include <string>
#include <string_view>

namespace wespol {

/// By what they are called ("nip", "krs", "regon"), or by how many they are when `kind` is empty.
/// Empty for a number that may be one.
Wording why_no_number(const std::string& digits, std::string_view kind);

}  // namespace wespol
