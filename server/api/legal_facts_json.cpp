// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/legal_facts_json.h"

#include "server/api/json_values.h"

#include <string>

#include <nlohmann/json.hpp>

namespace wespol {
namespace {

using Json = nlohmann::ordered_json;

Json status_json(const EntityStatus& status, const References& references, Language language) {
    return {{"status", coded(status.status, references.status.label(status.status, language))},
            {"from", known(status.from)},
            {"until", known(status.until)},
            {"as_of", known(status.as_of)},
            {"basis", known(status.basis)},
            {"sources", status.sources}};
}

}  // namespace

Json legal_facts_json(const LegalFacts& facts, const References& references, Language language) {
    const auto& [as_of, art_94, enterprise, mark] = facts;
    const std::string state(code(mark.state));
    return {
        {"as_of", format_day(as_of)},
        {"art_94",
         {{"category", code(art_94.category)},
          {"legal_form",
           coded(art_94.legal_form, references.legal_form.label(art_94.legal_form, language))},
          {"as_of", known(art_94.as_of)},
          {"sources", art_94.sources}}},
        {"enterprise",
         {{"state", code(enterprise.state)},
          {"status", enterprise.status ? status_json(*enterprise.status, references, language)
                                       : Json(nullptr)}}},
        {"mark",
         {{"state", coded(state, references.certificate_state.label(state, language))},
          {"known_certificates", mark.known_certificates},
          {"certificate", known(mark.certificate)},
          {"validity", mark.validity ? validity_json(*mark.validity) : Json(nullptr)}}},
    };
}

}  // namespace wespol
