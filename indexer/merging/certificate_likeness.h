// SPDX-License-Identifier: GPL-3.0-or-later
// Whether two rows of one holder and one mark tell of one certificate. Thread-safe: no state.
#pragma once

#include "core/catalogue/certificate.h"

#include <string>
#include <vector>

namespace wespol {

/// From its first day to its last; a great many where it is open.
long width_in_days(const PartialDate& date);

/// One, or a span of days and one within it.
bool can_be_one_day(const PartialDate& a, const PartialDate& b);

struct CertificateLikeness {
    bool is_same = false;
    /// Why a person has to say whether they are the same, in Polish; "" = that is plain.
    std::string doubt{};
    bool is_contradiction = false;  ///< the doubt: the same by all signs, but the values differ
};

/// The same: one day, or a day within the span that the other names, and one subject or none said.
CertificateLikeness compare_certificates(const Certificate& a, const Certificate& b);

/// Whether none of these names another subject or another day than the others.
bool are_of_one(const std::vector<const Certificate*>& certificates);

}  // namespace wespol
