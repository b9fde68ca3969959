// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around an entity in its place: support centres (OWES), centres for the integration
// of foreigners (CIC), and municipalities distinguished for social responsibility. Plain values.
#pragma once

#include "core/catalogue/partial_date.h"
#include "core/catalogue/provenance.h"

#include <optional>
#include <string>
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
    std::string state;  ///< "current", "past" or "unconfirmed"
    std::optional<std::string> street, postal_code, town, phone, email, website;
    std::optional<std::string> subregion;  ///< code
    std::vector<std::string> counties;     ///< TERYT, 4 digits
    std::vector<SupportPeriod> periods;
    std::optional<std::string> accreditation, note;
    Provenance provenance;
};

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
