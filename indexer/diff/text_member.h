// SPDX-License-Identifier: GPL-3.0-or-later
// A text of a record as an index keeps it, of this version of the program or of an older one, which
// may lack it. Thread-safe: no state.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace wespol {

/// "" where that member is missing or no text.
std::string text_at(const nlohmann::json& record, const char* key);

}  // namespace wespol
