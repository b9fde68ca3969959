// SPDX-License-Identifier: GPL-3.0-or-later
// What each of several sources says of one entity, for the foot of its page. Thread-safe: no state.
#pragma once

#include "core/catalogue/provenance.h"
#include "server/pages/messages.h"
#include "server/pages/view.h"

#include <string>
#include <vector>

namespace wespol {

Views claim_views(const Messages& messages, const std::vector<SourceClaim>& claims);

/// "nazwa, telefon": names of fields as people call them; one that has none stands under its key.
std::string field_labels(const Messages& messages, const std::vector<std::string>& fields);

/// "sources/lista.xlsx › Arkusz 1".
std::string file_and_sheet(const Provenance& provenance);

}  // namespace wespol
