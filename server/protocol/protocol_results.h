// SPDX-License-Identifier: GPL-3.0-or-later
// Records of the directory → results of a protocol, in sentences. Thread-safe: no state.
#pragma once

#include "core/search/search_response.h"
#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"
#include "server/protocol/protocol.h"

namespace wespol {

ProtocolResult protocol_result(const PageContext& context, const Messages& messages,
                               const EntityRecord& record);

}  // namespace wespol
