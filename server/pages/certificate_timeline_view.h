// SPDX-License-Identifier: GPL-3.0-or-later
// The certificates of an entity as pictures over time, one for each product or service, for
// partials/certificate_timeline.mustache. All that is drawn stands in words in the table of
// certificates too. Thread-safe: no state.
#pragma once

#include "core/search/search_response.h"
#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"
#include "server/pages/view.h"

#include <vector>

namespace wespol {

/// `timelines` and what they share; none where no certificate has a date.
void put_certificate_timeline(View& view, const PageContext& context, const Messages& messages,
                              const std::vector<CertificateHit>& hits);

}  // namespace wespol
