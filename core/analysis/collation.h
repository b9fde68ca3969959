// SPDX-License-Identifier: GPL-3.0-or-later
// Polish alphabetical order by ICU, in which quotes, hyphens and spaces count for nothing, as in a
// printed directory. Thread-safe: each thread has a collator of its own.
#pragma once

#include <string_view>

namespace wespol {

/// Whether `a` stands before `b`. Both valid UTF-8.
bool stands_before(std::string_view a, std::string_view b);

}  // namespace wespol
