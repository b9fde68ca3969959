// SPDX-License-Identifier: GPL-3.0-or-later
// One certificate as a row of the entity's page: what for, when, until when and how that is known,
// its state on the day. Thread-safe: no state.
#pragma once

#include "core/search/search_response.h"
#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"
#include "server/pages/view.h"

#include <string>
#include <vector>

namespace wespol {

View certificate_view(const PageContext& context, const Messages& messages,
                      const CertificateHit& hit);

/// Of a holder that is no entity of the directory: whose it is, for what, since when, its state.
std::string unlisted_in_words(const PageContext& context, const Messages& messages,
                              const CertificateHit& hit);

/// The same for a page, where what its source says is marked as Polish.
View unlisted_view(const PageContext& context, const Messages& messages, const CertificateHit& hit);

/// What partials/certificates.mustache shows: `certificates` and `histories`.
void put_certificates(View& view, const PageContext& context, const Messages& messages,
                      const std::vector<CertificateHit>& hits);

/// How the certificates of one holder follow one another, for each mark that it had more than once:
/// {mark, steps: {begin, end, joint}}.
Views certificate_history_views(const PageContext& context, const Messages& messages,
                                const std::vector<CertificateHit>& hits);

/// "wygasł, od 19.12.2015": the state of one certificate on the day of the context.
std::string certificate_state_in_words(const PageContext& context, const Messages& messages,
                                       const CertificateHit& hit);

/// The same with its icon.
View certificate_label(const PageContext& context, const Messages& messages,
                       const CertificateHit& hit);

/// "od 19.12.2015", "najpóźniej od 1.03.2022": since when what has ended no longer holds.
std::string since_in_words(const Messages& messages, const Validity& validity);

/// "18.12.2015", "między 1.02.2021 a 28.02.2021", …; as uncertain as the dates are.
std::string end_in_words(const Messages& messages, const Validity& validity);

}  // namespace wespol
