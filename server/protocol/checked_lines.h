// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of a check → what each was taken for and which entities of the directory it means.
// Thread-safe: no state.
#pragma once

#include "core/index/index_snapshot.h"
#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"
#include "server/protocol/protocol.h"

#include <memory>
#include <string>
#include <vector>

namespace wespol {

/// One for each, in the order given.
std::vector<ProtocolLine> check_lines(const std::vector<std::string>& lines,
                                      const std::shared_ptr<const IndexSnapshot>& snapshot,
                                      const PageContext& context, const Messages& messages);

}  // namespace wespol
