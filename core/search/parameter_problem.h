// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a parameter, as a value, and the reading of parameters that count once.
// Knows no parameter by name. Thread-safe: no state.
#pragma once

#include "core/search/search_request.h"
#include "core/support/wording.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

struct ParameterProblem {
    std::string parameter;
    std::string value;
    Wording message;  ///< a whole sentence
    Wording allowed;  ///< "liczba od 1 do 1000", or codes joined by commas; may be empty
};

/// With the value cut to what can be shown and clean UTF-8.
ParameterProblem parameter_problem(std::string_view parameter, std::string_view value,
                                   Wording message, Wording allowed = {});

/// The first value that is not blank, trimmed; what differs from it is a problem, not a silent
/// loss. Null when there is none: blank counts as not given, as forms send it.
std::optional<std::string> single_value(const Parameters& parameters, std::string_view name,
                                        std::vector<ParameterProblem>& problems);

}  // namespace wespol
