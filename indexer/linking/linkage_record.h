// SPDX-License-Identifier: GPL-3.0-or-later
// What the linker is told of an entity, a certificate's holder or a row of a list: what says who it
// is and where. Plain values; as written, nothing analysed yet.
#pragma once

#include "core/catalogue/certificate.h"
#include "core/catalogue/entity.h"

#include <optional>
#include <string>
#include <vector>

namespace wespol {

struct LinkageRecord {
    std::string id;  ///< of the record in its source; may be empty
    std::string name;
    std::vector<std::string> other_names;  ///< short name, trade names, aliases
    std::string legal_form;                ///< code; empty or "inne" = not known
    std::optional<std::string> town, municipality, county;
    std::optional<std::string> krs, nip, regon;
    std::optional<std::string> operator_krs, operator_nip;
    std::optional<std::string> operator_name;
    std::optional<std::string> phone, email, website;
};

LinkageRecord linkage_record(const Entity& entity);
std::vector<LinkageRecord> linkage_records(const std::vector<Entity>& entities);

/// Its holder, as the certificate names it.
LinkageRecord linkage_record(const Certificate& certificate);

}  // namespace wespol
