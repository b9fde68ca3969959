// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/feeds/certificate_event.h"

#include "core/support/digest.h"

#include <fmt/format.h>

namespace wespol {

std::string_view code(EventKind kind) {
    return kind == EventKind::granted ? "nadanie" : "koniec";
}

std::optional<Day> CertificateEvent::day() const {
    return earliest == latest && !year_is_inferred ? earliest : std::nullopt;
}

std::optional<Day> CertificateEvent::news_day() const {
    if (kind == EventKind::granted) return latest ? latest : earliest;
    if (!earliest) return latest;
    return *earliest - std::chrono::days{kExpiringWithinDays};
}

std::vector<CertificateEvent> events_of(const Validity& validity, bool year_is_inferred) {
    std::vector<CertificateEvent> events{
        {EventKind::granted, validity.earliest_start, validity.latest_start, year_is_inferred}};
    if (validity.earliest_end || validity.latest_end)
        events.push_back({EventKind::ending, validity.earliest_end, validity.latest_end,
                          year_is_inferred && validity.end_is_computed});
    return events;
}

std::string event_uuid(const std::string& certificate, EventKind kind) {
    std::string hex = sha256(fmt::format("certyfikat\n{}\n{}", certificate, code(kind)));
    hex[12] = '8';  // the version: a digest of our own
    hex[16] = "89ab"[hex[16] % 4];
    return fmt::format("{}-{}-{}-{}-{}", hex.substr(0, 8), hex.substr(8, 4), hex.substr(12, 4),
                       hex.substr(16, 4), hex.substr(20, 12));
}

}  // namespace wespol
