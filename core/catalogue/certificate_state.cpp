// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/certificate_state.h"

#include <algorithm>

namespace wespol {
namespace {

std::optional<Day> end_of_year_from(const std::optional<Day>& start) {
    if (!start) return std::nullopt;
    return end_of_term(*start, kValidityMonths);
}

}  // namespace

std::string_view code(CertificateState state) {
    switch (state) {
        case CertificateState::valid:
            return "wazny";
        case CertificateState::expiring:
            return "wygasa";
        case CertificateState::uncertain:
            return "niepewny";
        case CertificateState::expired:
            return "wygasl";
        case CertificateState::never:
            return "nigdy";
    }
    return "niepewny";
}

Validity validity(const std::optional<PartialDate>& granted_on,
                  const std::optional<PartialDate>& valid_until) {
    Validity result;
    if (granted_on) {
        result.earliest_start = granted_on->earliest();
        result.latest_start = granted_on->latest();
    }
    result.end_is_computed = !valid_until;
    result.earliest_end =
        valid_until ? valid_until->earliest() : end_of_year_from(result.earliest_start);
    result.latest_end = valid_until ? valid_until->latest() : end_of_year_from(result.latest_start);
    return result;
}

Validity validity(const Certificate& certificate) {
    return validity(certificate.granted_on, certificate.valid_until);
}

CertificateState state_on(const Validity& validity, Day day) {
    const auto& [earliest_start, latest_start, earliest_end, latest_end, computed] = validity;
    if (earliest_start && day < *earliest_start) return CertificateState::never;
    if (latest_end && day > *latest_end) return CertificateState::expired;
    const bool surely_held =
        latest_start && earliest_end && *latest_start <= day && day <= *earliest_end;
    if (!surely_held) return CertificateState::uncertain;
    const bool surely_ends_soon =
        latest_end && *latest_end - day <= std::chrono::days{kExpiringWithinDays};
    return surely_ends_soon ? CertificateState::expiring : CertificateState::valid;
}

std::optional<Day> ended_since(const Validity& validity) {
    if (!validity.latest_end) return std::nullopt;
    return *validity.latest_end + std::chrono::days{1};
}

CertificateState state_on(const std::vector<Validity>& validities, Day day) {
    CertificateState best = CertificateState::never;
    for (const Validity& each : validities)
        best = std::min(best, state_on(each, day));
    return best;
}

}  // namespace wespol
