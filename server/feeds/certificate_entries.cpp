// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/feeds/certificate_entries.h"

#include "core/support/joined.h"
#include "server/pages/certificate_view.h"

namespace wespol {
namespace {

std::string what(const Certificate& certificate) {
    return certificate.subject ? certificate.holder_name + ": " + *certificate.subject
                               : certificate.holder_name;
}

}  // namespace

FeedEntry CertificateEntries::entry(const CertificateHit& hit,
                                    const CertificateEvent& event) const {
    const Certificate& certificate = hit.certificate;
    FeedEntry entry;
    entry.uuid = event_uuid(certificate.id, event.kind);
    entry.title = title(hit, event);
    entry.text = text(hit);
    if (certificate.holder)
        entry.address = site_ + "/podmiot/" + percent_encoded(*certificate.holder);
    entry.category = code(event.kind);
    entry.day = event.day();
    entry.news_day = event.news_day();
    return entry;
}

/// "Koniec certyfikatu 18.12.2015: …", or "…, dzień niepewny (między … a …): …".
std::string CertificateEntries::title(const CertificateHit& hit,
                                      const CertificateEvent& event) const {
    std::string key = event.kind == EventKind::granted ? "feed.granted" : "feed.ending";
    if (!event.day()) key += ".uncertain";
    return messages_(key, {{"day", when(event)}, {"what", what(hit.certificate)}});
}

std::string CertificateEntries::when(const CertificateEvent& event) const {
    Validity days;
    days.earliest_end = event.earliest;
    days.latest_end = event.latest;
    const std::string when = end_in_words(messages_, days);
    return event.year_is_inferred ? messages_("feed.year_inferred", {{"day", when}}) : when;
}

std::string CertificateEntries::text(const CertificateHit& hit) const {
    const Certificate& certificate = hit.certificate;
    const References& references = context_.references;
    const CertificateEdition* edition = references.edition(certificate.edition);
    std::vector<std::string> lines;
    const auto add = [&](const char* key, const std::string& text) {
        lines.push_back(messages_(key, {{"text", text}}));
    };
    add("feed.mark", references.mark.label(certificate.mark, context_.language));
    add("feed.holder", certificate.holder_name);
    if (certificate.subject) add("feed.subject", *certificate.subject);
    add("feed.edition", edition ? edition->label : certificate.edition);
    const std::string granted =
        certificate.granted_on ? certificate.granted_on->in_polish() : messages_("date.unknown");
    add("feed.granted_on",
        certificate.year_inferred ? messages_("feed.year_inferred", {{"day", granted}}) : granted);
    const bool has_end = hit.validity.earliest_end || hit.validity.latest_end;
    add(has_end && hit.validity.end_is_computed ? "feed.until_computed" : "feed.until",
        end_in_words(messages_, hit.validity));
    lines.push_back(messages_("fact.mark.not_proven"));
    if (!certificate.provenance.urls.empty())
        add("feed.sources", joined(certificate.provenance.urls, " "));
    return joined(lines, "\n");
}

}  // namespace wespol
