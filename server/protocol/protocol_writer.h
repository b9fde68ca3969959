// SPDX-License-Identifier: GPL-3.0-or-later
// Asked for, over one generation → the protocol. Everything in it follows from its arguments: the
// same request, moment and generation give the same protocol, today and in a year.
// Used by one thread (Messages); throws Error(environment) when the index cannot be read.
#pragma once

#include "core/index/index_snapshot.h"
#include "core/support/result.h"
#include "server/pages/messages.h"
#include "server/protocol/protocol.h"
#include "server/protocol/protocol_request.h"

#include <memory>
#include <string>

namespace wespol {

/// Under what name, address and key it is issued, and over what.
struct ProtocolIssue {
    std::string number;
    std::string address;
    std::string key;
    Moment moment;
    std::shared_ptr<const IndexSnapshot> snapshot;
    std::string manifest_digest;
};

/// The request as it goes into the address: with the moment's day, unless it names one or its words
/// do. Refused with the reason: more than kMaxProtocolResults results, an entity that is not there.
Result<ProtocolRequest> settled(ProtocolRequest request,
                                const std::shared_ptr<const IndexSnapshot>& snapshot,
                                Moment moment);

/// Refused as settled().
Result<Protocol> write_protocol(const ProtocolRequest& request, const ProtocolIssue& issue,
                                const Messages& messages);

}  // namespace wespol
