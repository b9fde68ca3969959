// SPDX-License-Identifier: GPL-3.0-or-later
// A result's identity in lines of text, alike on the page and in the PDF. Thread-safe: no state.
#pragma once

#include "server/pages/labels.h"
#include "server/pages/messages.h"
#include "server/protocol/protocol.h"

#include <string>
#include <vector>

namespace wespol {

/// "spółdzielnia socjalna · NIP 111-11-11-111 · KRS …".
std::string identity_line(const Messages& messages, const ProtocolResult& result);

/// "ul. Polna 1, 62-200 Gniezno, powiat gnieźnieński"; "" when nothing is known.
std::string address_line(const Messages& messages, const ProtocolResult& result);

/// Who signs a contract for a unit; "" for what is no unit and of whom nobody else is told.
std::string operator_line(const Messages& messages, const ProtocolResult& result);

/// What is known of a certificate beside its table: basis of the date, announcement, note.
std::string certificate_remarks(const Messages& messages, const ProtocolCertificate& certificate);

/// Numbers, day, generation, digests … of the protocol: {label, value}.
std::vector<ProtocolTerm> protocol_facts(const Messages& messages, const Protocol& protocol);

/// Of the sentence on how to verify: a long address has no QR code.
const char* verify_link_key(const Protocol& protocol);

}  // namespace wespol
