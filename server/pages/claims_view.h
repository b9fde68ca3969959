// SPDX-License-Identifier: GPL-3.0-or-later
// What each of several sources says of one entity, for the foot of its page. Thread-safe: no state.
#pragma once

#include "core/catalogue/provenance.h"
#include "server/pages/messages.h"
#include "server/pages/view.h"

#include <vector>

namespace wespol {

Views claim_views(const Messages& messages, const std::vector<SourceClaim>& claims);

}  // namespace wespol
