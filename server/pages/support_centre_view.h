// SPDX-License-Identifier: GPL-3.0-or-later
// View models of /owes and /owes/<id>: the support centres (OWES), and what an adviser of one of
// them looks for in its area. Thread-safe as Messages are.
#pragma once

#include "server/browsing/browsing_pages.h"
#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"
#include "server/pages/view.h"

namespace wespol {

View support_centres_view(const PageContext& context, const Messages& messages);

View support_centre_view(const PageContext& context, const Messages& messages,
                         const SupportCentrePage& page);

/// Name, who runs it, and how to reach it: {name, href, run_by, centre_phone, …}.
View support_centre_card(const PageContext& context, const SupportCentre& centre);

/// The cards of those of a subregion on the day of the context, each with how that is known.
Views centre_cards_on_day(const PageContext& context, const Messages& messages,
                          std::string_view subregion);

}  // namespace wespol
