// SPDX-License-Identifier: GPL-3.0-or-later
// What an official who buys from the social economy is told: amounts from which the procurement law
// applies, by the day a procedure opens, and short notes on ways to buy, what to verify and what to
// put in the file. Information with its legal reference and source, never advice. Plain values.
#pragma once

#include "core/catalogue/calendar.h"
#include "core/catalogue/partial_date.h"
#include "core/catalogue/provenance.h"

#include <optional>
#include <string>
#include <vector>

namespace wespol {

/// From this net value on the law applies to procedures opened on these days.
struct ProcurementThreshold {
    std::string id;
    std::string applies_to;  ///< what is bought, in words
    int net_pln = 0;
    PartialDate from;
    std::optional<PartialDate> until;  ///< null = until told otherwise
    std::string legal_reference;
    Provenance provenance;
};

struct GuidanceNote {
    std::string id;
    std::string
        kind;  ///< "sposob" (a way to buy), "sprawdz" (to verify) or "do_akt" (for the file)
    std::string title;
    std::string text;
    std::optional<std::string> who;              ///< a way to buy: who can be chosen
    std::optional<std::string> legal_reference;  ///< null where no provision stands behind it
    std::optional<std::string> unverified;       ///< what our source leaves open
    Provenance provenance;
};

/// The one for procedures opened on that day; null when none is known.
const ProcurementThreshold* threshold_on(const std::vector<ProcurementThreshold>& thresholds,
                                         Day day);

}  // namespace wespol
