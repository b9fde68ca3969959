// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates that end soon, of the entities a search finds: for advisers who remind their holders
// to renew them. Thread-safe: no state.
#pragma once

#include "core/search/searcher.h"

#include <optional>
#include <string>
#include <vector>

namespace wespol {

/// How far ahead one looks, in days.
inline constexpr int kEndingWithinDays = 120;

struct EndingCertificate {
    CertificateHit certificate;
    std::string holder;  ///< name
    std::string holder_id;
};

/// Of those in force on the day of the request, those that may end within kEndingWithinDays of it;
/// the first to end comes first.
std::vector<EndingCertificate> ending_certificates(const Searcher& searcher,
                                                   const SearchRequest& request);

/// Those that surely end within so many days; null: their dates do not settle when.
struct EndingGroup {
    std::optional<int> days;
    std::vector<EndingCertificate> certificates;
};

/// Each in the narrowest group it fits, of 30, 90 and kEndingWithinDays days after `day`, in the
/// order given; last those that are not settled. None is empty.
std::vector<EndingGroup> ending_groups(const std::vector<EndingCertificate>& ending, Day day);

}  // namespace wespol
