// SPDX-License-Identifier: GPL-3.0-or-later
// A protocol as a PDF for the file: A4, tagged, in Polish, the same bytes for the same protocol.
// Used by one thread (Messages). Throws Error(environment).
#pragma once

#include "server/pages/messages.h"
#include "server/protocol/protocol.h"

#include <string>

namespace wespol {

std::string protocol_pdf(const Protocol& protocol, const Messages& messages);

}  // namespace wespol
