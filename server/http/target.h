// SPDX-License-Identifier: GPL-3.0-or-later
// The target of a request line → path and parameters, decoded once and checked: whatever comes out
// is valid UTF-8 without NUL. Keeps order and repeats of parameters. Thread-safe: no state.
#pragma once

#include "core/search/search_request.h"
#include "core/support/result.h"

#include <string>
#include <string_view>

namespace wespol {

inline constexpr std::size_t kMaxTargetBytes = 8192;

struct Target {
    std::string path;
    Parameters parameters;
};

/// "/szukaj?q=catering+konin": '+' is a space in parameters and a plus in the path. Refused: a
/// target that is too long, a broken escape, bytes that are not UTF-8, NUL.
Result<Target> parse_target(std::string_view target);

/// "q=catering+konin&strona=2", of a target or of a form.
Result<Parameters> parse_parameters(std::string_view text);

}  // namespace wespol
