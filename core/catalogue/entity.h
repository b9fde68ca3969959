// SPDX-License-Identifier: GPL-3.0-or-later
// A social-economy entity as the directory knows it: one record, everything public about it.
// Unknown is null. Plain values; certificates and products stand apart and point to it by id.
#pragma once

#include "core/catalogue/partial_date.h"
#include "core/catalogue/provenance.h"

#include <optional>
#include <string>
#include <vector>

namespace wespol {

/// A legal status held over time, e.g. public-benefit organisation. Unknown ends are null.
struct EntityStatus {
    std::string status;  ///< code of vocabulary "status"
    std::optional<PartialDate> from;
    std::optional<PartialDate> until;
    std::optional<PartialDate> as_of;
    std::optional<std::string> basis;
    std::vector<std::string> sources;
};

/// WGS 84. `precision` is "address", "locality" or "municipality".
struct Location {
    double lat = 0;
    double lon = 0;
    std::string precision;
    friend bool operator==(const Location&, const Location&) = default;
};

struct Entity {
    std::string id;  ///< krs-…, nip-… or a recorded slug; never changes
    std::string name;
    std::optional<std::string> short_name;
    std::vector<std::string> aliases;
    std::string legal_form;  ///< code
    std::optional<std::string> krs, nip, regon;
    std::optional<std::string> operator_krs, operator_nip;
    std::optional<std::string> street, postal_code, town;
    std::optional<std::string> municipality;  ///< TERYT, 6 digits
    std::optional<std::string> county;        ///< TERYT, 4 digits
    std::optional<std::string> subregion;     ///< code; follows from the county
    std::optional<Location> location;         ///< follows from town or municipality
    std::optional<std::string> phone, email, website;
    std::optional<PartialDate> founded;
    std::optional<std::string> operator_name;  ///< who runs the unit, as published
    std::optional<std::string> operator_id;    ///< when that is an entity of the directory
    std::vector<std::string> industries;       ///< codes
    std::vector<std::string> industry_words;   ///< as the sources say it
    std::vector<std::string> target_groups;    ///< codes
    std::vector<std::string> target_group_words;
    std::vector<std::string> offer;
    std::optional<std::string> description;
    std::optional<std::string> activity;  ///< code of vocabulary "activity"; null = nothing known
    std::vector<EntityStatus> statuses;
    std::optional<std::string> note;
    Provenance provenance;            ///< of the record that the others were merged into
    std::vector<SourceClaim> claims;  ///< that one and the others; empty = one record said it all
};

}  // namespace wespol
