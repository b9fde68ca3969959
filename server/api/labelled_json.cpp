// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/labelled_json.h"

#include "server/api/check_json.h"
#include "server/api/explanation_json.h"
#include "server/api/json_values.h"
#include "server/api/provenance_json.h"

#include <cmath>
#include <utility>

#include <nlohmann/json.hpp>

namespace wespol {
namespace {

using Json = nlohmann::ordered_json;

/// Beyond this, digits of a score differ between machines and mean nothing.
double rounded(double value, double steps) {
    return std::round(value * steps) / steps;
}

Json location_json(const std::optional<Location>& location) {
    if (!location) return nullptr;
    return {{"lat", location->lat}, {"lon", location->lon}, {"precision", location->precision}};
}

}  // namespace

Json LabelledJson::of(const Vocabulary& vocabulary, const std::string& code) const {
    return coded(code, vocabulary.label(code, language_));
}

Json LabelledJson::of(const Vocabulary& vocabulary, const std::optional<std::string>& code) const {
    return code ? of(vocabulary, *code) : Json(nullptr);
}

Json LabelledJson::of(const Vocabulary& vocabulary, const std::vector<std::string>& codes) const {
    Json list = Json::array();
    for (const std::string& code : codes)
        list.push_back(of(vocabulary, code));
    return list;
}

Json LabelledJson::county(const std::optional<std::string>& code) const {
    if (!code) return nullptr;
    const County* county = references_.region.county(*code);
    return coded(*code, county ? name_in(county->labels, language_) : *code);
}

Json LabelledJson::subregion(const std::optional<std::string>& code) const {
    if (!code) return nullptr;
    const Subregion* subregion = references_.region.subregion(*code);
    return coded(*code, subregion ? name_in(subregion->labels, language_) : *code);
}

Json LabelledJson::municipality(const std::optional<std::string>& code) const {
    if (!code) return nullptr;
    const Municipality* municipality = references_.region.municipality(*code);
    return coded(*code, municipality ? municipality->label : *code);
}

Json LabelledJson::hit(const Hit& hit, bool explain) const {
    const Entity& entity = hit.entity;
    Json json{
        {"id", entity.id},
        {"name", entity.name},
        {"url", entity_url(entity.id)},
        {"legal_form", of(references_.legal_form, entity.legal_form)},
        {"town", known(entity.town)},
        {"county", county(entity.county)},
        {"industries", of(references_.industry, entity.industries)},
        {"activity", of(references_.activity, entity.activity)},
        {"certificate_state", code(hit.certificate_state)},
        {"statuses", of(references_.status, hit.statuses)},
        {"brands", of(references_.brand, hit.brands)},
        {"location", location_json(entity.location)},
        {"distance_km", hit.distance_km ? Json(rounded(*hit.distance_km, 10)) : Json(nullptr)},
        {"snippet", marked_html(hit.snippet)},
        {"score", rounded(hit.score, 1000)}};
    if (explain) json["explanation"] = explanation_json(hit.explanation, references_, language_);
    return json;
}

Json LabelledJson::entity(const Entity& entity) const {
    Json statuses = Json::array();
    for (const EntityStatus& status : entity.statuses)
        statuses.push_back({{"status", of(references_.status, status.status)},
                            {"from", known(status.from)},
                            {"until", known(status.until)},
                            {"as_of", known(status.as_of)},
                            {"basis", known(status.basis)},
                            {"sources", status.sources}});
    return {{"id", entity.id},
            {"name", entity.name},
            {"short_name", known(entity.short_name)},
            {"aliases", entity.aliases},
            {"legal_form", of(references_.legal_form, entity.legal_form)},
            {"activity", of(references_.activity, entity.activity)},
            {"krs", known(entity.krs)},
            {"nip", known(entity.nip)},
            {"regon", known(entity.regon)},
            {"street", known(entity.street)},
            {"postal_code", known(entity.postal_code)},
            {"town", known(entity.town)},
            {"municipality", municipality(entity.municipality)},
            {"county", county(entity.county)},
            {"subregion", subregion(entity.subregion)},
            {"location", location_json(entity.location)},
            {"phone", known(entity.phone)},
            {"email", known(entity.email)},
            {"website", known(entity.website)},
            {"founded", known(entity.founded)},
            {"operator_name", known(entity.operator_name)},
            {"operator_id", known(entity.operator_id)},
            {"operator_krs", known(entity.operator_krs)},
            {"operator_nip", known(entity.operator_nip)},
            {"industries", of(references_.industry, entity.industries)},
            {"industry_words", entity.industry_words},
            {"target_groups", of(references_.target_group, entity.target_groups)},
            {"target_group_words", entity.target_group_words},
            {"offer", entity.offer},
            {"description", known(entity.description)},
            {"statuses", statuses},
            {"note", known(entity.note)}};
}

Json LabelledJson::product(const Product& product) const {
    Json json{{"id", product.id},
              {"name", product.name},
              {"aliases", product.aliases},
              {"brand", of(references_.brand, product.brand)},
              {"kind", of(references_.product_kind, product.kind)},
              {"maker", known(product.maker)},
              {"maker_candidates", product.maker_candidates},
              {"maker_basis", known(product.maker_basis)},
              {"collection", known(product.collection)},
              {"year", known(product.year)},
              {"material", known(product.material)},
              {"price_pln", known(product.price_pln)},
              {"description", known(product.description)}};
    json["provenance"] = provenance_json(json, product.provenance);
    return json;
}

Json LabelledJson::product_hit(const ProductHit& hit) const {
    Json json = this->product(hit.product);
    const std::optional<std::string>& maker = hit.product.maker;
    json["maker"] =
        maker ? Json{{"id", *maker}, {"name", known(hit.maker_name)}, {"url", entity_url(*maker)}}
              : Json(nullptr);
    json["snippet"] = marked_html(hit.snippet);
    json["score"] = rounded(hit.score, 1000);
    return json;
}

Json LabelledJson::certificate(const CertificateHit& hit, Day as_of) const {
    const Certificate& certificate = hit.certificate;
    const CertificateEdition* edition = references_.edition(certificate.edition);
    Json json{
        {"id", certificate.id},
        {"mark", of(references_.mark, certificate.mark)},
        {"holder", known(certificate.holder)},
        {"holder_name", certificate.holder_name},
        {"holder_town", known(certificate.holder_town)},
        {"subject", known(certificate.subject)},
        {"industry", known(certificate.industry)},
        {"offer_at_grant", known(certificate.offer_at_grant)},
        {"granted_on", known(certificate.granted_on)},
        {"granted_on_basis", known(certificate.granted_on_basis)},
        {"valid_until", known(certificate.valid_until)},
        {"announced_on", known(certificate.announced_on)},
        {"edition", coded(certificate.edition, edition ? edition->label : certificate.edition)},
        {"year_inferred", certificate.year_inferred},
        {"note", known(certificate.note)}};
    Json provenance = provenance_json(json, certificate.provenance, certificate.claims);
    json["holder_url"] = certificate.holder ? Json(entity_url(*certificate.holder)) : Json(nullptr);
    json["state"] = code(hit.state);
    json["expired_since"] =
        hit.state == CertificateState::expired ? known(ended_since(hit.validity)) : Json(nullptr);
    json["doubt"] = doubt_json(certificate, as_of, language_);
    json["validity"] = validity_json(hit.validity);
    json["provenance"] = std::move(provenance);
    return json;
}

Json LabelledJson::certificate_hit(const CertificateHit& hit, Day as_of) const {
    Json json = certificate(hit, as_of);
    json["snippet"] = marked_html(hit.snippet);
    json["score"] = rounded(hit.score, 1000);
    return json;
}

std::string marked_html(const HighlightedText& text) {
    std::string html;
    for (const TextRun& run : text) {
        if (run.is_match) html += "<mark>";
        for (const char c : run.text) {
            switch (c) {
                case '&':
                    html += "&amp;";
                    break;
                case '<':
                    html += "&lt;";
                    break;
                case '>':
                    html += "&gt;";
                    break;
                case '"':
                    html += "&quot;";
                    break;
                case '\'':
                    html += "&#39;";
                    break;
                default:
                    html += c;
            }
        }
        if (run.is_match) html += "</mark>";
    }
    return html;
}

}  // namespace wespol
