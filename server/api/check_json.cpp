// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/check_json.h"

#include "core/catalogue/certificate_doubt.h"
#include "core/catalogue/certificate_history.h"
#include "core/search/query_tree.h"
#include "server/api/json_values.h"
#include "server/api/legal_facts_json.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace wespol {
namespace {

using Json = nlohmann::ordered_json;

Json link_json(const std::string& id, const std::string& name,
               const std::optional<std::string>& town) {
    return {{"id", id}, {"name", name}, {"url", entity_url(id)}, {"town", known(town)}};
}

Json understood_json(const CheckedLine& line) {
    if (line.looked_up)
        return {{"kind", code(line.looked_up->kind)}, {"text", line.looked_up->digits}};
    if (!line.name.empty()) return {{"kind", "name"}, {"text", line.name}};
    return nullptr;
}

/// Of a holder that is no entity of the directory; all of it is under /api/v1/certificates.
Json unlisted_json(const CertificateHit& hit) {
    const Certificate& certificate = hit.certificate;
    return {{"id", certificate.id},
            {"holder_name", certificate.holder_name},
            {"holder_town", known(certificate.holder_town)},
            {"subject", known(certificate.subject)},
            {"granted_on", known(certificate.granted_on)},
            {"state", code(hit.state)},
            {"validity", validity_json(hit.validity)},
            {"sources", certificate.provenance.urls}};
}

Json line_json(const CheckedLine& line, const References& references, Language language) {
    Json json{{"line", line.number},
              {"written", line.written},
              {"outcome", code(line.outcome)},
              {"understood", understood_json(line)},
              {"entities", Json::array()},
              {"near", Json::array()},
              {"problems", in_language(line.problems, language)}};
    for (const auto& standing : line.entities)
        json["entities"].push_back(standing_json(*standing, references, language));
    for (const NearEntity& near : line.near)
        json["near"].push_back(link_json(near.id, near.name, near.town));
    json["certificates_of_others"] = Json::array();
    for (const CertificateHit& hit : line.unlisted)
        json["certificates_of_others"].push_back(unlisted_json(hit));
    return json;
}

const Certificate* certificate_of_fact(const EntityStanding& standing) {
    const auto found = std::ranges::find_if(standing.certificates, [&](const Certificate& each) {
        return each.id == standing.facts.mark.certificate;
    });
    return found == standing.certificates.end() ? nullptr : &*found;
}

}  // namespace

Json doubt_json(const Certificate& certificate, Day as_of, Language language) {
    const auto doubt = doubt_on(validity(certificate), as_of);
    if (!doubt) return nullptr;
    return {{"codes", codes(*doubt)}, {"text", in_words(*doubt, certificate, language)}};
}

Json histories_json(const std::vector<Certificate>& certificates, const References& references,
                    Language language) {
    Json histories = Json::array();
    for (const CertificateHistory& history : certificate_histories(certificates)) {
        Json steps = Json::array();
        for (const HistoryStep& step : history.steps)
            steps.push_back({{"certificate", step.certificate},
                             {"joint", code(step.joint)},
                             {"first_day", known(step.first_day)},
                             {"last_day", known(step.last_day)},
                             {"may_be_longer", step.may_be_longer},
                             {"validity", validity_json(step.validity)}});
        histories.push_back(
            {{"mark", coded(history.mark, references.mark.label(history.mark, language))},
             {"subject", known(history.subject)},
             {"steps", std::move(steps)}});
    }
    return histories;
}

Json standing_json(const EntityStanding& standing, const References& references,
                   Language language) {
    const Entity& entity = standing.entity;
    const Certificate* certificate = certificate_of_fact(standing);
    Json json = link_json(entity.id, entity.name, entity.town);
    json["nip"] = known(entity.nip);
    json["krs"] = known(entity.krs);
    json["regon"] = known(entity.regon);
    json["legal_facts"] = legal_facts_json(standing.facts, references, language);
    json["doubt"] =
        certificate ? doubt_json(*certificate, standing.facts.as_of, language) : Json(nullptr);
    json["remarks"] = fact_remarks(standing, language);
    json["certificate_history"] = histories_json(standing.certificates, references, language);
    return json;
}

std::string check_json(const CheckReport& report, const References& references, Language language) {
    Json json{{"generation", report.generation},
              {"as_of", format_day(report.as_of)},
              {"stored", false},
              {"total", report.lines.size()},
              {"remarks", in_language(report.remarks, language)},
              {"lines", Json::array()}};
    for (const CheckedLine& line : report.lines)
        json["lines"].push_back(line_json(line, references, language));
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace wespol
