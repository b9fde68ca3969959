// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around an entity in its place: support centres (OWES), centres for the integration
// of foreigners (CIC), and municipalities distinguished for social responsibility. Plain values;
// functions are thread-safe: no state.
#pragma once

#include "core/catalogue/partial_date.h"
#include "core/catalogue/provenance.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

struct SupportPeriod {
    std::optional<PartialDate> from, until;
    std::optional<std::string> note;
    std::vector<std::string> sources;
};

struct SupportCentre {
    std::string id;
    std::string kind;  ///< "owes" or "cic"
    std::string name;
    std::optional<std::string> short_name, operator_name, operator_id, operator_town, partner;
    std::string state;  ///< "current", "past" or "unconfirmed"; on a day: centre_on()
    std::optional<std::string> street, postal_code, town, phone, email, website;
    std::optional<std::string> subregion;  ///< code
    std::vector<std::string> counties;     ///< TERYT, 4 digits
    std::vector<SupportPeriod> periods;
    std::optional<std::string> accreditation, note;
    Provenance provenance;
};

/// Whether a centre worked on a day, by the periods its sources tell.
enum class Serving { surely, maybe, no };

struct CentreOnDay {
    const SupportCentre* centre = nullptr;
    Serving serving = Serving::no;
    const SupportPeriod* period = nullptr;  ///< the one the answer rests on; null for none
};

/// A period without an end holds until `today`, the day of the asking; what comes after is open.
/// One without any date says nothing beside others that have dates.
CentreOnDay centre_on(const SupportCentre& centre, Day day, Day today);

/// Of the centres for social enterprises (OWES) of that subregion: those that surely worked on the
/// day; else those that may have. None when the sources tell of none.
std::vector<CentreOnDay> centres_on(const std::vector<SupportCentre>& centres,
                                    std::string_view subregion, Day day, Day today);

struct MunicipalAward {
    std::string id;
    std::string contest;
    std::string contest_name;
    std::optional<int> year;
    std::string distinction;  ///< "nagroda", "wyroznienie" or "uczestnik"
    std::string label;
    std::string municipality;  ///< TERYT, 6 digits
    std::optional<std::string> county;
    std::optional<PartialDate> handed_over;
    std::optional<std::string> note;
    Provenance provenance;
};

}  // namespace wespol
