// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates of one holder one after another: where a renewal follows without a break, where
// there is a gap, where two hold at once. Days are named only where the dates settle them.
// Thread-safe: no state.
#pragma once

#include "core/catalogue/certificate_state.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

/// How a certificate stands to all those before it.
enum class Joint {
    first,      ///< pierwszy
    continued,  ///< ciagly: begins the day after the end of those before
    gap,        ///< przerwa
    overlap,    ///< nakladanie: begins while one before it still holds
    unsettled   ///< nierozstrzygniety: the dates do not tell which
};
std::string_view code(Joint joint);

struct HistoryStep {
    std::string certificate;  ///< id
    Validity validity;
    Joint joint = Joint::first;
    /// Of a gap the days that none held for sure, of an overlap those that two did; both included.
    std::optional<Day> first_day, last_day;
    bool may_be_longer = false;  ///< the dates leave open whether further days belong to it
};

/// Of a mark and what it was granted for, in the order of their beginning; of unknown beginning
/// last. A certificate is renewed for the same product: those for another one join another history.
struct CertificateHistory {
    std::string mark;                    ///< code of vocabulary "mark"
    std::optional<std::string> subject;  ///< as the first of them writes it; null: not told
    std::vector<HistoryStep> steps;
};

/// `certificates`: of one holder, in any order. Sorted by mark, then by subject.
std::vector<CertificateHistory> certificate_histories(const std::vector<Certificate>& certificates);

}  // namespace wespol
