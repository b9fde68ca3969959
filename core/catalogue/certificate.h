// SPDX-License-Identifier: GPL-3.0-or-later
// A certificate of a mark (Zakup Prospołeczny): granted to a product or service of an entity for
// twelve months. Plain values; its state on a day is computed (certificate_state.h), never stored.
#pragma once

#include "core/catalogue/partial_date.h"
#include "core/catalogue/provenance.h"

#include <optional>
#include <string>
#include <vector>

namespace wespol {

struct Certificate {
    std::string id;
    std::string mark;                   ///< code of vocabulary "mark"
    std::optional<std::string> holder;  ///< id of an entity; null = not in the directory
    std::string holder_name;            ///< as the source writes it
    std::optional<std::string> holder_town;
    std::optional<std::string> holder_krs, holder_nip;  ///< where the list gives them
    std::optional<std::string> subject;                 ///< the certified product or service
    std::optional<std::string> industry;                ///< as the source writes it
    std::optional<std::string> offer_at_grant;
    std::optional<PartialDate> granted_on;
    std::optional<std::string> granted_on_basis;
    std::optional<PartialDate>
        valid_until;  ///< explicit in the source; wins over the 12-month rule
    std::optional<PartialDate> announced_on;
    std::string edition;  ///< code of an edition
    bool year_inferred = false;
    std::optional<std::string> note;
    Provenance provenance;            ///< of the record that the others were merged into
    std::vector<SourceClaim> claims;  ///< that one and the others; empty = one record said it all
};

/// A round of certification: its gala, how many were granted, how many are named here.
struct CertificateEdition {
    std::string code;
    std::string mark;
    std::string label;
    std::optional<std::string> period;
    std::optional<PartialDate> held_on;
    std::optional<std::string> venue;
    std::optional<int> granted_total;
    std::optional<std::string> note;
    std::vector<std::string> sources;
};

}  // namespace wespol
