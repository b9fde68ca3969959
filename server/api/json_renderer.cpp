// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/json_renderer.h"

#include "server/api/check_json.h"
#include "server/api/explanation_json.h"
#include "server/api/json_values.h"
#include "server/api/legal_facts_json.h"
#include "server/api/similar_json.h"
#include "server/api/understood_json.h"
#include "server/entity_comparison.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <nlohmann/json.hpp>

namespace wespol {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kEntitiesPath = "/api/v1/entities";

/// Beyond this, digits of a score differ between machines and mean nothing.
double rounded(double value, double steps) {
    return std::round(value * steps) / steps;
}

std::string entity_url(const std::string& id) {
    return "/podmiot/" + id;
}

Json location_json(const std::optional<Location>& location) {
    if (!location) return nullptr;
    return {{"lat", location->lat}, {"lon", location->lon}, {"precision", location->precision}};
}

Json entity_link(const Entity& entity) {
    return {{"id", entity.id}, {"name", entity.name}, {"url", entity_url(entity.id)}};
}

bool is_known(const Json& value) {
    return !value.is_null() && !(value.is_array() && value.empty());
}

/// Follow from the other fields and the tables of the region, not from the source of the record.
constexpr std::array<std::string_view, 3> kDerived{"id", "subregion", "location"};

/// Of one record of a source: the fields it gives, and where it says otherwise than is published.
Json claim_json(Json fields, Json differing, const Provenance& provenance) {
    Json claim{{"fields", std::move(fields)},      {"differing", std::move(differing)},
               {"source", provenance.file},        {"row", provenance.row},
               {"as_of", known(provenance.as_of)}, {"evidence", known(provenance.evidence)},
               {"urls", provenance.urls}};
    if (provenance.sheet) claim["sheet"] = *provenance.sheet;  // of a spreadsheet only
    return claim;
}

/// One record of a source is one claim about all its fields.
Json provenance_json(const Json& record, const Provenance& provenance) {
    Json fields = Json::array();
    for (const auto& [key, value] : record.items())
        if (is_known(value) && std::ranges::find(kDerived, key) == kDerived.end())
            fields.push_back(key);
    return Json::array({claim_json(std::move(fields), Json::array(), provenance)});
}

/// Of what several records describe: one claim for each.
template <class Described>
Json provenance_of(const Json& record, const Described& described) {
    if (described.claims.empty()) return provenance_json(record, described.provenance);
    Json claims = Json::array();
    for (const SourceClaim& each : described.claims) {
        Json differing = Json::array();
        for (const DifferingValue& lost : each.differing)
            differing.push_back({{"field", lost.field}, {"value", lost.value}});
        claims.push_back(claim_json(each.fields, std::move(differing), each.provenance));
    }
    return claims;
}

/// Parts of answers whose labels depend on the language.
class Labelled {
  public:
    Labelled(const References& references, Language language)
        : references_(references), language_(language) {}

    Json of(const Vocabulary& vocabulary, const std::string& code) const {
        return coded(code, vocabulary.label(code, language_));
    }
    Json of(const Vocabulary& vocabulary, const std::optional<std::string>& code) const {
        return code ? of(vocabulary, *code) : Json(nullptr);
    }
    Json of(const Vocabulary& vocabulary, const std::vector<std::string>& codes) const {
        Json list = Json::array();
        for (const std::string& code : codes)
            list.push_back(of(vocabulary, code));
        return list;
    }

    Json county(const std::optional<std::string>& code) const {
        if (!code) return nullptr;
        const County* county = references_.region.county(*code);
        return coded(*code, county ? label(county->labels) : *code);
    }
    Json subregion(const std::optional<std::string>& code) const {
        if (!code) return nullptr;
        const Subregion* subregion = references_.region.subregion(*code);
        return coded(*code, subregion ? label(subregion->labels) : *code);
    }
    Json municipality(const std::optional<std::string>& code) const {
        if (!code) return nullptr;
        const Municipality* municipality = references_.region.municipality(*code);
        return coded(*code, municipality ? municipality->label : *code);
    }

    Json hit(const Hit& hit, bool explain) const;
    Json entity(const Entity& entity) const;
    Json product(const Product& product) const;
    /// `as_of`: the day its state is of.
    Json certificate(const CertificateHit& hit, Day as_of) const;
    Json certificate_hit(const CertificateHit& hit, Day as_of) const;

  private:
    const std::string& label(const std::array<std::string, 3>& labels) const {
        const std::string& own = labels[static_cast<std::size_t>(language_)];
        return own.empty() ? labels[static_cast<std::size_t>(Language::pl)] : own;
    }

    const References& references_;
    Language language_;
};

Json Labelled::hit(const Hit& hit, bool explain) const {
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

Json Labelled::entity(const Entity& entity) const {
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

Json Labelled::product(const Product& product) const {
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

Json Labelled::certificate(const CertificateHit& hit, Day as_of) const {
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
    Json provenance = provenance_of(json, certificate);
    json["holder_url"] = certificate.holder ? Json(entity_url(*certificate.holder)) : Json(nullptr);
    json["state"] = code(hit.state);
    json["expired_since"] =
        hit.state == CertificateState::expired ? known(ended_since(hit.validity)) : Json(nullptr);
    json["doubt"] = doubt_json(certificate, as_of);
    json["validity"] = validity_json(hit.validity);
    json["provenance"] = std::move(provenance);
    return json;
}

Json Labelled::certificate_hit(const CertificateHit& hit, Day as_of) const {
    Json json = certificate(hit, as_of);
    json["snippet"] = marked_html(hit.snippet);
    json["score"] = rounded(hit.score, 1000);
    return json;
}

template <class Response>
Json list_head(const SearchRequest& request, const Response& response) {
    return {{"generation", response.generation},
            {"as_of", format_day(response.as_of)},
            {"total", response.total},
            {"page", request.page},
            {"page_size", request.page_size}};
}

std::string written(const Json& json) {
    return json.dump() + '\n';
}

Json facet_json(const Facet& facet) {
    Json values = Json::array();
    for (const FacetValue& value : facet.values)
        values.push_back({{"code", value.code},
                          {"label", value.label},
                          {"count", value.count},
                          {"selected", value.selected}});
    return {{"name", field(facet.field).parameter}, {"label", facet.label}, {"values", values}};
}

std::vector<Certificate> certificates_of(const EntityRecord& record) {
    std::vector<Certificate> certificates;
    for (const CertificateHit& hit : record.certificates)
        certificates.push_back(hit.certificate);
    return certificates;
}

Json relaxation_json(const Relaxation& relaxation) {
    const std::string query = canonical_query(relaxation.request);
    return {{"label", relaxation.label},
            {"url", std::string(kEntitiesPath) + (query.empty() ? "" : "?" + query)},
            {"total", relaxation.total}};
}

Json record_json(const EntityRecord& record, const References& references, Language language) {
    const Labelled labelled(references, language);
    const Json fields = labelled.entity(record.entity);
    Json json{{"generation", record.generation}, {"as_of", format_day(record.as_of)}};
    json.update(fields);
    json["url"] = entity_url(record.entity.id);
    json["certificate_state"] = code(record.certificate_state);
    json["statuses_held"] = record.statuses;
    json["legal_facts"] = legal_facts_json(record.facts, references, language);
    json["certificates"] = Json::array();
    for (const CertificateHit& hit : record.certificates)
        json["certificates"].push_back(labelled.certificate(hit, record.as_of));
    json["certificate_history"] = histories_json(certificates_of(record), references, language);
    json["brands"] = labelled.of(references.brand, record.brands);
    json["products"] = Json::array();
    for (const Product& product : record.products)
        json["products"].push_back(labelled.product(product));
    json["candidate_products"] = Json::array();
    for (const Product& product : record.candidate_products)
        json["candidate_products"].push_back(labelled.product(product));
    json["operated_by"] = record.operated_by ? entity_link(*record.operated_by) : Json(nullptr);
    json["units"] = Json::array();
    for (const Entity& unit : record.units)
        json["units"].push_back(entity_link(unit));
    json["similar"] = similar_json(record.similar);
    json["provenance"] = provenance_of(fields, record.entity);
    return json;
}

}  // namespace

std::string JsonRenderer::search(const SearchResponse& response) const {
    const Labelled labelled(references_, language_);
    Json json = list_head(response.request, response);
    json["ended_total"] = response.ended_total;
    json["sort"] = code(response.sort);
    json["understood"] = understood_json(response.understood, response.request);
    json["hits"] = Json::array();
    for (const Hit& hit : response.hits)
        json["hits"].push_back(labelled.hit(hit, response.request.explain));
    json["facets"] = Json::array();
    for (const Facet& facet : response.facets)
        json["facets"].push_back(facet_json(facet));
    json["relaxations"] = Json::array();
    for (const Relaxation& relaxation : response.relaxations)
        json["relaxations"].push_back(relaxation_json(relaxation));
    return written(json);
}

std::string JsonRenderer::hit(const Hit& hit, bool explain) const {
    return written(Labelled(references_, language_).hit(hit, explain));
}

std::string JsonRenderer::certificate_hit(const CertificateHit& hit, Day as_of) const {
    return written(Labelled(references_, language_).certificate_hit(hit, as_of));
}

std::string JsonRenderer::entity(const EntityRecord& record) const {
    return written(record_json(record, references_, language_));
}

std::string JsonRenderer::comparison(const EntityComparison& comparison,
                                     const std::string& generation, Day as_of) const {
    Json json{{"generation", generation},
              {"as_of", format_day(as_of)},
              {"total", comparison.records.size()},
              {"moved", Json::array()},
              {"entities", Json::array()}};
    for (const RetiredId& each : comparison.moved)
        json["moved"].push_back(
            {{"id", each.id}, {"moved_to", known(each.moved_to)}, {"why", each.why}});
    for (const EntityRecord& record : comparison.records)
        json["entities"].push_back(record_json(record, references_, language_));
    return written(json);
}

std::string JsonRenderer::products(const SearchRequest& request,
                                   const ProductResponse& response) const {
    const Labelled labelled(references_, language_);
    Json json = list_head(request, response);
    json["understood"] = understood_json(response.understood, request);
    json["hits"] = Json::array();
    for (const ProductHit& hit : response.hits) {
        Json product = labelled.product(hit.product);
        const std::optional<std::string>& maker = hit.product.maker;
        product["maker"] =
            maker
                ? Json{{"id", *maker}, {"name", known(hit.maker_name)}, {"url", entity_url(*maker)}}
                : Json(nullptr);
        product["snippet"] = marked_html(hit.snippet);
        product["score"] = rounded(hit.score, 1000);
        json["hits"].push_back(std::move(product));
    }
    return written(json);
}

std::string JsonRenderer::certificates(const SearchRequest& request,
                                       const CertificateResponse& response,
                                       const std::optional<CertificateCheck>& check) const {
    const Labelled labelled(references_, language_);
    Json json = list_head(request, response);
    if (check) {  // No certificate known under a number does not say that there was none: null.
        json["check"] = {{"kind", check->kind},
                         {"number", check->number},
                         {"state", response.state ? Json(code(*response.state)) : Json(nullptr)},
                         {"entities", Json::array()}};
        for (const auto& standing : check->entities)
            json["check"]["entities"].push_back(standing_json(*standing, references_, language_));
    }
    json["understood"] = understood_json(response.understood, request);
    json["hits"] = Json::array();
    for (const CertificateHit& hit : response.hits)
        json["hits"].push_back(labelled.certificate_hit(hit, response.as_of));
    return written(json);
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
