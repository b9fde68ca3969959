// SPDX-License-Identifier: GPL-3.0-or-later
// A certificate and what happens to it → an entry of a feed, in sentences: whose, for what, until
// when, how that is known, and what it does not prove. Used by one thread (Messages).
#pragma once

#include "server/feeds/certificate_event.h"
#include "server/feeds/feed.h"
#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"

#include <string>

namespace wespol {

class CertificateEntries {
  public:
    /// Both must live longer; `site`: what stands before "/podmiot/…".
    CertificateEntries(const PageContext& context, const Messages& messages, std::string site)
        : context_(context), messages_(messages), site_(std::move(site)) {}

    FeedEntry entry(const CertificateHit& hit, const CertificateEvent& event) const;

  private:
    std::string title(const CertificateHit& hit, const CertificateEvent& event) const;
    std::string text(const CertificateHit& hit) const;
    std::string when(const CertificateEvent& event) const;

    const PageContext& context_;
    const Messages& messages_;
    std::string site_;
};

}  // namespace wespol
