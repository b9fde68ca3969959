// SPDX-License-Identifier: GPL-3.0-or-later
// A handful of references and answers for tests of pages, and the templates as they are built.
#pragma once

#include "core/search/search_response.h"
#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"
#include "server/pages/view.h"
#include "tests/support/dates.h"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace wespol::test {

/// "" where the view has no such text.
inline std::string text_of(const View& view, const std::string& name) {
    const View* value = view.get(name);
    return value && value->is_string() ? value->string_value() : "";
}

inline Concept concept_of(const std::string& code, const std::string& label) {
    Concept result;
    result.code = code;
    result.labels = {label, label, label};
    return result;
}

inline Vocabulary vocabulary(const std::string& name, std::vector<Concept> concepts) {
    return Vocabulary::make(name, std::move(concepts)).value();
}

inline Provenance provenance_made_of(const std::string& text) {
    Provenance provenance;
    provenance.file = text;
    provenance.row = 7;
    provenance.as_of = PartialDate::parse("2021-01").value();
    provenance.evidence = text;
    provenance.urls = {text, "https://example.org/" + text, "javascript:alert(1)"};
    return provenance;
}

inline Certificate certificate_made_of(const std::string& text) {
    Certificate certificate;
    certificate.id = text;
    certificate.mark = "zakup_prospoleczny";
    certificate.holder = text;
    certificate.holder_name = text;
    certificate.subject = text;
    certificate.granted_on = PartialDate::parse("2014-12-18").value();
    certificate.granted_on_basis = text;
    certificate.edition = text;
    certificate.note = text;
    certificate.provenance = provenance_made_of(text);
    return certificate;
}

inline Product product_made_of(const std::string& text) {
    Product product;
    product.id = text;
    product.brand = text;
    product.name = text;
    product.kind = text;
    product.maker = text;
    product.maker_basis = text;
    product.material = text;
    product.description = text;
    product.provenance = provenance_made_of(text);
    return product;
}

inline References small_references() {
    Concept social_cooperative = concept_of("spoldzielnia_socjalna", "spółdzielnia socjalna");
    social_cooperative.art_94 = "z_formy";
    Concept foundation = concept_of("fundacja", "fundacja");
    foundation.art_94 = "do_oswiadczenia";

    References references;
    references.legal_form = vocabulary(
        "legal_form", {social_cooperative, foundation, concept_of("wtz", "warsztat terapii")});
    references.industry = vocabulary(
        "industry", {concept_of("catering", "catering"), concept_of("pranie", "pranie")});
    references.certificate_state = vocabulary(
        "certificate_state", {concept_of("wazny", "ważny"), concept_of("wygasa", "wygasa"),
                              concept_of("wygasl", "wygasł"), concept_of("niepewny", "nie wiadomo"),
                              concept_of("nigdy", "bez certyfikatu")});
    references.activity = vocabulary(
        "activity",
        {concept_of("czynny", "czynny"), concept_of("zakonczony", "zakończył działalność")});
    references.status = vocabulary(
        "status", {concept_of("przedsiebiorstwo_spoleczne", "przedsiębiorstwo społeczne"),
                   concept_of("opp", "organizacja pożytku publicznego")});
    references.brand = vocabulary("brand", {concept_of("klunkry_wielkopolskie", "Klunkry")});

    County gniezno;
    gniezno.code = "3003";
    gniezno.name = "gnieźnieński";
    gniezno.labels = {"gnieźnieński", "Gniezno County", ""};
    gniezno.kind = "powiat";
    gniezno.seat = "Gniezno";
    gniezno.subregion = "koninski";
    gniezno.tile_row = 5;
    gniezno.tile_col = 3;
    County poznan = gniezno;
    poznan.code = "3064";
    poznan.name = "Poznań";
    poznan.labels = {"Poznań", "Poznań", ""};
    poznan.kind = "miasto";
    poznan.seat = "Poznań";
    poznan.tile_row = 5;
    poznan.tile_col = 2;
    Subregion koninski;
    koninski.code = "koninski";
    koninski.labels = {"koniński", "Konin", ""};
    references.region = Region::make({koninski}, {gniezno, poznan}, {}, {}).value();
    return references;
}

/// Every text of it is `text`, every link, name and note included.
inline Entity entity_made_of(const std::string& text) {
    Entity entity;
    entity.id = text;
    entity.name = text;
    entity.short_name = text;
    entity.aliases = {text, text};
    entity.legal_form = text;
    entity.krs = entity.nip = entity.regon = text;
    entity.operator_krs = entity.operator_nip = text;
    entity.street = entity.postal_code = entity.town = text;
    entity.municipality = entity.county = entity.subregion = text;
    entity.phone = entity.email = entity.website = text;
    entity.operator_name = text;
    entity.industries = entity.target_groups = entity.offer = {text};
    entity.industry_words = entity.target_group_words = {text};
    entity.description = text;
    entity.activity = text;
    for (const char* status : {"opp", "przedsiebiorstwo_spoleczne"}) {
        EntityStatus held;
        held.status = status;
        held.basis = text;
        held.sources = {text, "javascript:alert(1)"};
        entity.statuses.push_back(held);
    }
    entity.note = text;
    entity.provenance = provenance_made_of(text);
    return entity;
}

inline EntityRecord record_made_of(const std::string& text) {
    EntityRecord record;
    record.generation = text;
    record.as_of = day("2021-03-01");
    record.entity = entity_made_of(text);
    record.certificate_state = CertificateState::expired;
    record.statuses = {text};
    const Certificate certificate = certificate_made_of(text);
    record.certificates = {
        CertificateHit{certificate, validity(certificate), CertificateState::expired, {}, 0}};
    record.products = {product_made_of(text)};
    record.candidate_products = {product_made_of(text)};
    record.brands = {text};
    record.operated_by = entity_made_of(text);
    record.units = {entity_made_of(text)};
    record.similar = {SimilarEntity{entity_made_of(text), {text, text}, 12.3}};
    return record;
}

inline SearchResponse response_made_of(const std::string& text) {
    SearchResponse response;
    response.request.text = text;
    response.request.filters[FieldId::industry] = {text};
    response.request.filters[FieldId::cpv] = {text};
    response.request.near = NearPlace{text, text, 52.5, 17.6, 40};
    response.generation = text;
    response.as_of = day("2021-03-01");
    response.total = 41;
    response.ended_total = 2;
    const UnderstoodConcept value{text, FieldId::industry, text, text};
    response.understood.text = text;
    response.understood.concepts = response.understood.areas = response.understood.states = {value};
    response.understood.place =
        UnderstoodPlace{*response.request.near, text, {*response.request.near}, {}};
    response.understood.day = UnderstoodDay{day("2021-03-01"), text};
    response.understood.identifiers = response.understood.ignored = {text};
    Hit hit;
    hit.entity = entity_made_of(text);
    hit.certificate_state = CertificateState::expired;
    hit.statuses = hit.brands = {text};
    hit.distance_km = 12.3;
    hit.name = hit.snippet = {{text, false}, {text, true}};
    hit.explanation = {ScorePart{ScoreSource::word, text, FieldId::name, "", 1},
                       ScorePart{ScoreSource::filed_under, text, FieldId::industry, text, 1}};
    response.hits = {hit};
    response.facets = {Facet{FieldId::industry, text, {FacetValue{text, text, 3, true}}},
                       Facet{FieldId::county, text, {FacetValue{text, text, 3, false}}}};
    response.relaxations = {Relaxation{text, response.request, 50}};
    return response;
}

inline ProductResponse products_made_of(const std::string& text) {
    ProductResponse products;
    products.total = 1;
    products.hits = {ProductHit{product_made_of(text), text, {{text, true}}, 0}};
    return products;
}

inline PageContext context_on(const References& references, Day as_of, Day today) {
    return PageContext{references, "20210301T120000Z-0123456789ab", as_of, today, Language::pl};
}

inline const PageRenderer& page_renderer() {
    static const PageRenderer renderer{std::filesystem::path(WESPOL_RESOURCE_DIR)};
    return renderer;
}

inline const Messages& polish_messages() {
    static const Messages messages(std::filesystem::path(WESPOL_RESOURCE_DIR) / "locales",
                                   Language::pl);
    return messages;
}

/// How often `part` stands in the page.
inline std::size_t count_of(const std::string& html, const std::string& part) {
    std::size_t count = 0;
    for (auto at = html.find(part); at != std::string::npos; at = html.find(part, at + part.size()))
        ++count;
    return count;
}

}  // namespace wespol::test
