// SPDX-License-Identifier: GPL-3.0-or-later
// What an office writes as e-mail, telephone and record id, checked for its shape only: whether
// anybody answers there is not known. Thread-safe: no state.
#pragma once

#include "core/support/result.h"

#include <string>
#include <string_view>

namespace wespol {

Result<std::string> parse_email(std::string_view text);

/// Kept as written; at least seven digits and nothing but digits and the usual marks.
Result<std::string> parse_written_phone(std::string_view text);

/// Lower-case ASCII letters, digits and hyphens, at most 100: it becomes part of an address.
Result<std::string> parse_record_id(std::string_view text);

}  // namespace wespol
