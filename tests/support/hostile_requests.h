// SPDX-License-Identifier: GPL-3.0-or-later
// Requests that nobody types by accident: floods, broken encodings, invisible characters, the most
// expensive words there are. Shared by the tests and by wespol-bench. Plain values.
#pragma once

#include "core/search/search_request.h"

#include <string_view>
#include <vector>

namespace wespol::test {

struct HostileRequest {
    std::string_view name;
    Parameters parameters;
    bool is_cut;           ///< more than is looked at: the answer must say so
    bool nothing_remains;  ///< there is nothing in it to search for: finds nothing and says so
};

std::vector<HostileRequest> hostile_requests();

}  // namespace wespol::test
