// SPDX-License-Identifier: GPL-3.0-or-later
// The beginning of a text, for showing a wrong value in a diagnostic. Thread-safe: no state.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace wespol {

inline constexpr std::size_t kExcerptCharacters = 80;

/// At most 80 characters in well-formed UTF-8 on one line; "…" ends what was cut.
std::string excerpt(std::string_view text);

}  // namespace wespol
