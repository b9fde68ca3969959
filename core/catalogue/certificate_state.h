// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a certificate was valid on a day, computed from its dates as precisely as they are known.
// Never stored. Sources: rules of the mark (12 months), Civil Code art. 111 § 2, 112.
// Thread-safe: no state.
#pragma once

#include "core/catalogue/certificate.h"

#include <optional>
#include <string_view>
#include <vector>

namespace wespol {

/// In the order of precedence for an entity that holds several certificates.
enum class CertificateState {
    valid,      ///< wazny
    expiring,   ///< wygasa: valid, ends within 30 days whichever of its possible days is the last
    uncertain,  ///< niepewny: held, but its dates do not settle that day
    expired,    ///< wygasl
    never       ///< nigdy: none granted by that day
};

/// The code of vocabulary "certificate_state".
std::string_view code(CertificateState state);

/// When it began and when it ends, each as a span of days; null = open.
/// The end follows from the twelve months unless the source gives it.
struct Validity {
    std::optional<Day> earliest_start, latest_start;
    std::optional<Day> earliest_end, latest_end;
    bool end_is_computed = true;
    friend bool operator==(const Validity&, const Validity&) = default;
};

Validity validity(const std::optional<PartialDate>& granted_on,
                  const std::optional<PartialDate>& valid_until);
Validity validity(const Certificate& certificate);

inline constexpr int kValidityMonths = 12;
inline constexpr int kExpiringWithinDays = 30;

CertificateState state_on(const Validity& validity, Day day);

/// Of what has ended the day since which it surely no longer holds; null where no end is known.
std::optional<Day> ended_since(const Validity& validity);

/// The state of an entity that holds these: the first that applies in the order of the enum.
CertificateState state_on(const std::vector<Validity>& validities, Day day);

}  // namespace wespol
