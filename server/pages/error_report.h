// SPDX-License-Identifier: GPL-3.0-or-later
// A letter to whoever runs the site about a record that is wrong: begun with the record's id, the
// field and the address of the page, so that nobody has to explain where. Nothing is sent by us:
// the link opens the reader's own mail program. Thread-safe: no state.
#pragma once

#include "core/catalogue/entity.h"
#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"

#include <optional>
#include <string>
#include <string_view>

namespace wespol {

/// "mailto:…?subject=…&body=…" (RFC 6068); null when the address is none or no plain one.
/// `field`: as people call it.
std::optional<std::string> error_report_href(const PageContext& context, const Messages& messages,
                                             const Entity& entity, std::string_view field,
                                             const std::optional<std::string>& address);

}  // namespace wespol
