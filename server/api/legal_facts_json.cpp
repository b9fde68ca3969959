// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/legal_facts_json.h"

#include "core/catalogue/mark_word.h"
#include "core/catalogue/status_doubt.h"
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

Json status_doubt_json(const EnterpriseFact& fact, Day as_of, Language language) {
    if (fact.state != StatusState::uncertain) return nullptr;
    return {{"codes", doubts_on(*fact.status, as_of)},
            {"text", doubt_in_words(*fact.status, as_of, language)}};
}

}  // namespace

Json legal_facts_json(const LegalFacts& facts, const References& references, Language language) {
    const auto& [as_of, art_94, enterprise, mark] = facts;
    const std::string state(code(mark.state));
    return {
        {"as_of", format_day(as_of)},
        {"art_94",
         {{"category", code(art_94.category)},
          {"in_force_since", format_day(kArt94Since)},
          {"was_in_force", art_94.was_in_force},
          {"legal_form",
           coded(art_94.legal_form, references.legal_form.label(art_94.legal_form, language))},
          {"as_of", known(art_94.as_of)},
          {"sources", art_94.sources}}},
        {"enterprise",
         {{"state", code(enterprise.state)},
          {"decided_by_voivode_since", format_day(kEnterpriseActSince)},
          {"was_in_force", enterprise.was_in_force},
          {"status", enterprise.status ? status_json(*enterprise.status, references, language)
                                       : Json(nullptr)},
          {"doubt", status_doubt_json(enterprise, as_of, language)}}},
        {"mark",
         {{"state", coded(state, mark_word(mark, references, language))},
          {"known_certificates", mark.known_certificates},
          {"certificate", known(mark.certificate)},
          {"expired_since", mark.state == CertificateState::expired && mark.validity
                                ? known(ended_since(*mark.validity))
                                : Json(nullptr)},
          {"validity", mark.validity ? validity_json(*mark.validity) : Json(nullptr)}}},
    };
}

}  // namespace wespol
