// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/protocol/protocol_json.h"

#include "core/catalogue/calendar.h"
#include "server/protocol/canonical_json.h"

#include <nlohmann/json.hpp>

namespace wespol {
namespace {

using Json = nlohmann::json;

/// What is not known is null, not an empty text.
Json known(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

template <class Values, class ToJson>
Json list(const Values& values, const ToJson& to_json) {
    Json array = Json::array();
    for (const auto& each : values)
        array.push_back(to_json(each));
    return array;
}

Json question_json(const Protocol& protocol) {
    const ProtocolQuestion& question = protocol.question;
    Json json{{"kind", question.kind},
              {"title", question.title},
              {"query", question.query},
              {"terms", list(question.terms, [](const ProtocolTerm& term) {
                   return Json{{"label", term.label}, {"value", term.value}};
               })}};
    if (question.kind == "check")
        json["lines"] = list(protocol.lines, [](const ProtocolLine& line) {
            return Json{{"asked", line.asked},
                        {"understood", known(line.understood)},
                        {"entities", line.ids},
                        {"remark", known(line.remark)}};
        });
    return json;
}

Json fact_json(const FactRow& row) {
    return {{"fact", row.fact},
            {"title", row.title},
            {"state", row.state},
            {"label", row.label},
            {"detail", known(row.detail)},
            {"basis", known(row.basis)},
            {"sources", row.sources},
            {"day", known(row.day)},
            {"not_proven", known(row.not_proven)},
            {"meaning", known(row.meaning)}};
}

Json certificate_json(const ProtocolCertificate& certificate) {
    return {{"id", certificate.id},
            {"subject", known(certificate.subject)},
            {"edition", certificate.edition},
            {"granted", certificate.granted},
            {"granted_basis", known(certificate.granted_basis)},
            {"year_is_inferred", certificate.year_is_inferred},
            {"announced", known(certificate.announced)},
            {"until", certificate.until},
            {"until_is_computed", certificate.until_is_computed},
            {"state", certificate.state},
            {"label", certificate.label},
            {"doubt", known(certificate.doubt)},
            {"note", known(certificate.note)},
            {"sources", certificate.sources}};
}

Json party_json(const std::optional<ProtocolParty>& party) {
    if (!party) return nullptr;
    return {{"name", party->name}, {"nip", known(party->nip)}, {"krs", known(party->krs)}};
}

Json result_json(const ProtocolResult& result) {
    return {{"id", result.id},
            {"name", result.name},
            {"legal_form", result.legal_form},
            {"nip", known(result.nip)},
            {"krs", known(result.krs)},
            {"regon", known(result.regon)},
            {"address",
             {{"street", known(result.street)},
              {"postal_code", known(result.postal_code)},
              {"town", known(result.town)},
              {"municipality", known(result.municipality)},
              {"county", known(result.county)}}},
            {"activity", known(result.activity)},
            {"is_unit", result.is_unit},
            {"operator", party_json(result.operated_by)},
            {"facts", list(result.facts, fact_json)},
            {"certificates", list(result.certificates, certificate_json)},
            {"confirmed", known(result.confirmed)},
            {"sources", result.sources}};
}

Json protocol_json(const Protocol& protocol) {
    return {
        {"format", kProtocolFormat},
        {"version", protocol.version},
        {"number", protocol.number},
        {"address", protocol.address},
        {"moment", warsaw_iso(protocol.moment)},
        {"as_of", format_day(protocol.as_of)},
        {"question", question_json(protocol)},
        {"generation",
         {{"name", protocol.generation.name},
          {"content_sha256", protocol.generation.content_digest},
          {"manifest_sha256", protocol.generation.manifest_digest}}},
        {"total", protocol.results.size()},
        {"results", list(protocol.results, result_json)},
        {"not_proven", protocol.not_proven},
        {"registers",
         list(protocol.registers,
              [](const ProtocolRegister& each) {
                  return Json{{"name", each.name}, {"what", each.what}, {"address", each.address}};
              })},
        {"issuer", {{"name", protocol.issuer}, {"key", protocol.key}}}};
}

}  // namespace

ProtocolFile protocol_file(const Protocol& protocol, const SigningKey& key) {
    Json json = protocol_json(protocol);
    ProtocolFile made;
    made.signed_bytes = canonical_json(json);
    made.signature = key.sign(made.signed_bytes);
    json["signature"] = {
        {"algorithm", "Ed25519"}, {"key", key.id()}, {"value", to_base64(made.signature)}};
    made.file = canonical_json(json);
    return made;
}

}  // namespace wespol
