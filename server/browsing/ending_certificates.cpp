// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/browsing/ending_certificates.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace wespol {
namespace {

bool ends_soon(const CertificateHit& certificate, Day day) {
    const bool may_be_in_force = certificate.state == CertificateState::valid ||
                                 certificate.state == CertificateState::expiring ||
                                 certificate.state == CertificateState::uncertain;
    const Validity& validity = certificate.validity;
    return may_be_in_force && validity.earliest_end &&
           *validity.earliest_end <= day + std::chrono::days(kEndingWithinDays);
}

constexpr std::array kSteps{kExpiringWithinDays, 90, kEndingWithinDays};

/// The narrowest step that its last possible day is within; null also where it may have ended.
std::optional<int> settled_step(const CertificateHit& certificate, Day day) {
    const auto& last = certificate.validity.latest_end;
    if (certificate.state == CertificateState::uncertain || !last) return std::nullopt;
    for (const int days : kSteps)
        if (*last <= day + std::chrono::days(days)) return days;
    return std::nullopt;
}

}  // namespace

std::vector<EndingCertificate> ending_certificates(const Searcher& searcher,
                                                   const SearchRequest& request) {
    std::vector<EndingCertificate> ending;
    SearchRequest holders = request;
    for (const CertificateState state : {CertificateState::valid, CertificateState::uncertain})
        holders = holders.with(FieldId::certificate_state, std::string(code(state)));
    Day day{};
    const auto begin = [&](const SearchResponse& response) { day = response.as_of; };
    const auto visit = [&](const Hit& holder) {
        for (const CertificateHit& each : searcher.certificates_held(holder.entity, day))
            if (ends_soon(each, day))
                ending.push_back({each, holder.entity.name, holder.entity.id});
        return true;
    };
    searcher.visit(holders, {.begin = begin, .visit = visit});
    std::ranges::stable_sort(ending, [](const EndingCertificate& a, const EndingCertificate& b) {
        return a.certificate.validity.earliest_end < b.certificate.validity.earliest_end;
    });
    return ending;
}

std::vector<EndingGroup> ending_groups(const std::vector<EndingCertificate>& ending, Day day) {
    std::vector<EndingGroup> groups;
    for (const int days : kSteps)
        groups.push_back({days, {}});
    groups.push_back({});
    for (const EndingCertificate& each : ending)
        std::ranges::find(groups, settled_step(each.certificate, day), &EndingGroup::days)
            ->certificates.push_back(each);
    std::erase_if(groups, [](const EndingGroup& group) { return group.certificates.empty(); });
    return groups;
}

}  // namespace wespol
