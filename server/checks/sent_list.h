// SPDX-License-Identifier: GPL-3.0-or-later
// The list that came with a POST, whatever it came as, and the parameters beside it: those of the
// address and the fields of a form. Thread-safe: no state.
#pragma once

#include "core/search/parameter_problem.h"
#include "server/checks/written_list.h"
#include "server/http/message.h"

#include <optional>
#include <string_view>
#include <vector>

namespace wespol {

/// Of text/plain, application/json, text/csv, an Excel workbook, or a form with the field `lista`
/// or the file `plik`. 415 for anything else.
WrittenListResult sent_list(const HttpRequest& request);

Parameters parameters_with_form(const HttpRequest& request);

enum class CheckFormat { page, json, csv, xlsx };

/// By the parameter `format`; `usual` when there is none or a wrong one, which joins `problems`.
CheckFormat check_format(const Parameters& parameters, CheckFormat usual,
                         std::vector<ParameterProblem>& problems);

}  // namespace wespol
