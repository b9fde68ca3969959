// SPDX-License-Identifier: GPL-3.0-or-later
// The net value of a purchase as people write it: "150 000", "150.000,50 zł", "150000.50 PLN".
// No other currency. Thread-safe: no state.
#pragma once

#include "core/support/result.h"

#include <cstdint>
#include <string_view>

namespace wespol {

/// In grosz (1/100 zł), at most 10 billion zł.
Result<std::int64_t> parse_net_value(std::string_view text);

}  // namespace wespol
