// SPDX-License-Identifier: GPL-3.0-or-later
// /deklaracja-dostepnosci: the accessibility statement in the form that the ministry prescribes
// (technical conditions 2.0 of 31 July 2024), with the ids that programs look for. What the
// operator has not told is said to be missing; then the page is a draft and says so.
// Thread-safe: no state.
#pragma once

#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"
#include "server/pages/view.h"

#include <string>

namespace wespol {

/// `public_url`: the address the statement is about.
View accessibility_view(const PageContext& context, const Messages& messages,
                        const std::string& public_url);

}  // namespace wespol
