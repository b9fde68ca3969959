// SPDX-License-Identifier: GPL-3.0-or-later
// Parameters → SearchRequest, with everything that was wrong named: the API answers 400 with the
// list, a page shows it and goes on without the wrong value. Unknown parameters are ignored.
// Thread-safe: no state.
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/search/parameter_problem.h"
#include "core/search/search_request.h"

#include <vector>

namespace wespol {

struct DecodedRequest {
    SearchRequest request;  ///< without the wrong values
    std::vector<ParameterProblem> problems;
};

/// A filter's value may be written as a code or as a label ("gnieźnieński", "gnieznienski"); a
/// label of several codes chooses them all. Empty values count as not given, as forms send them.
/// Text longer than kMaxQueryBytes is no problem: it is cut at a character, and `cut_off` tells it.
DecodedRequest decode_request(const Parameters& parameters, const References& references);

}  // namespace wespol
