// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/json_renderer.h"

#include "server/api/check_json.h"
#include "server/api/json_values.h"
#include "server/api/labelled_json.h"
#include "server/api/legal_facts_json.h"
#include "server/api/provenance_json.h"
#include "server/api/similar_json.h"
#include "server/api/understood_json.h"
#include "server/entity_comparison.h"

#include <utility>

#include <nlohmann/json.hpp>

namespace wespol {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kEntitiesPath = "/api/v1/entities";

Json entity_link(const Entity& entity) {
    return {{"id", entity.id}, {"name", entity.name}, {"url", entity_url(entity.id)}};
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
    const LabelledJson labelled(references, language);
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
    json["provenance"] = provenance_json(fields, record.entity.provenance, record.entity.claims);
    return json;
}

}  // namespace

std::string JsonRenderer::search(const SearchResponse& response) const {
    const LabelledJson labelled(references_, language_);
    Json json = list_head(response.request, response);
    json["ended_total"] = response.ended_total;
    json["sort"] = code(response.sort);
    json["understood"] = understood_json(response.understood, response.request, language_);
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
    return written(LabelledJson(references_, language_).hit(hit, explain));
}

std::string JsonRenderer::certificate_hit(const CertificateHit& hit, Day as_of) const {
    return written(LabelledJson(references_, language_).certificate_hit(hit, as_of));
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
    const LabelledJson labelled(references_, language_);
    Json json = list_head(request, response);
    json["understood"] = understood_json(response.understood, request, language_);
    json["hits"] = Json::array();
    for (const ProductHit& hit : response.hits)
        json["hits"].push_back(labelled.product_hit(hit));
    return written(json);
}

std::string JsonRenderer::certificates(const SearchRequest& request,
                                       const CertificateResponse& response,
                                       const std::optional<CertificateCheck>& check) const {
    const LabelledJson labelled(references_, language_);
    Json json = list_head(request, response);
    if (check) {  // No certificate known under a number does not say that there was none: null.
        json["check"] = {{"kind", check->kind},
                         {"number", check->number},
                         {"state", response.state ? Json(code(*response.state)) : Json(nullptr)},
                         {"entities", Json::array()}};
        for (const auto& standing : check->entities)
            json["check"]["entities"].push_back(standing_json(*standing, references_, language_));
    }
    json["understood"] = understood_json(response.understood, request, language_);
    json["hits"] = Json::array();
    for (const CertificateHit& hit : response.hits)
        json["hits"].push_back(labelled.certificate_hit(hit, response.as_of));
    return written(json);
}

}  // namespace wespol
