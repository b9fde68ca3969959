// SPDX-License-Identifier: GPL-3.0-or-later
// A protocol → its page; and the page that explains protocols, checks them and lists the keys.
// Thread-safe: no state.
#pragma once

#include "core/support/result.h"
#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"
#include "server/pages/view.h"
#include "server/protocol/key_ring.h"
#include "server/protocol/protocol.h"
#include "server/protocol/verification.h"

#include <optional>
#include <string>

namespace wespol {

/// Why something is not shown: "<key>" and "<key>_why" of the messages, or a sentence instead.
struct ProtocolNotice {
    std::string key;  ///< "protocol.refused.gone"
    Wording why;      ///< "" = the message
};

struct ProtocolHomePage {
    const KeyRing& keys;
    std::optional<ProtocolNotice> refused;
    std::optional<Result<VerifiedProtocol>> verified;  ///< of a file that was sent
    std::string asked_address;
};

/// `messages` of the page around it, `polish` of the document.
View protocol_view(const PageContext& context, const Messages& messages, const Messages& polish,
                   const Protocol& protocol);
View protocol_home_view(const PageContext& context, const Messages& messages,
                        const ProtocolHomePage& page);

}  // namespace wespol
