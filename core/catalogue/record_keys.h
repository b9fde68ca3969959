// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of every record as it is kept in the index, listed once: a writer and a reader walk the
// same list (record_json.cpp). Not the keys of the office's files. Thread-safe: no state.
#pragma once

#include "core/catalogue/catalogue.h"

#include <concepts>
#include <type_traits>

namespace wespol::detail {

/// `T` is the record, const when it is being written.
template <class T, class Record>
concept Of = std::same_as<std::remove_const_t<T>, Record>;

template <class V, Of<Provenance> T>
void visit_keys(V& visit, T& value) {
    visit("file", value.file);
    visit("row", value.row);
    visit("sheet", value.sheet);
    visit("as_of", value.as_of);
    visit("evidence", value.evidence);
    visit("urls", value.urls);
}

template <class V, Of<DifferingValue> T>
void visit_keys(V& visit, T& value) {
    visit("field", value.field);
    visit("value", value.value);
}

template <class V, Of<SourceClaim> T>
void visit_keys(V& visit, T& value) {
    visit("id", value.id);
    visit("fields", value.fields);
    visit("differing", value.differing);
    visit("provenance", value.provenance);
}

template <class V, Of<RetiredId> T>
void visit_keys(V& visit, T& value) {
    visit("id", value.id);
    visit("moved_to", value.moved_to);
    visit("on", value.on);
    visit("why", value.why);
}

template <class V, Of<EntityStatus> T>
void visit_keys(V& visit, T& value) {
    visit("status", value.status);
    visit("from", value.from);
    visit("until", value.until);
    visit("as_of", value.as_of);
    visit("basis", value.basis);
    visit("sources", value.sources);
}

template <class V, Of<Location> T>
void visit_keys(V& visit, T& value) {
    visit("lat", value.lat);
    visit("lon", value.lon);
    visit("precision", value.precision);
}

template <class V, Of<Entity> T>
void visit_keys(V& visit, T& value) {
    visit("id", value.id);
    visit("name", value.name);
    visit("short_name", value.short_name);
    visit("aliases", value.aliases);
    visit("legal_form", value.legal_form);
    visit("krs", value.krs);
    visit("nip", value.nip);
    visit("regon", value.regon);
    visit("operator_krs", value.operator_krs);
    visit("operator_nip", value.operator_nip);
    visit("street", value.street);
    visit("postal_code", value.postal_code);
    visit("town", value.town);
    visit("municipality", value.municipality);
    visit("county", value.county);
    visit("subregion", value.subregion);
    visit("location", value.location);
    visit("phone", value.phone);
    visit("email", value.email);
    visit("website", value.website);
    visit("founded", value.founded);
    visit("operator_name", value.operator_name);
    visit("operator_id", value.operator_id);
    visit("industries", value.industries);
    visit("industry_words", value.industry_words);
    visit("target_groups", value.target_groups);
    visit("target_group_words", value.target_group_words);
    visit("offer", value.offer);
    visit("description", value.description);
    visit("activity", value.activity);
    visit("statuses", value.statuses);
    visit("note", value.note);
    visit("provenance", value.provenance);
    visit("claims", value.claims);
}

template <class V, Of<Certificate> T>
void visit_keys(V& visit, T& value) {
    visit("id", value.id);
    visit("mark", value.mark);
    visit("holder", value.holder);
    visit("holder_name", value.holder_name);
    visit("holder_town", value.holder_town);
    visit("holder_krs", value.holder_krs);
    visit("holder_nip", value.holder_nip);
    visit("subject", value.subject);
    visit("industry", value.industry);
    visit("offer_at_grant", value.offer_at_grant);
    visit("granted_on", value.granted_on);
    visit("granted_on_basis", value.granted_on_basis);
    visit("valid_until", value.valid_until);
    visit("announced_on", value.announced_on);
    visit("edition", value.edition);
    visit("year_inferred", value.year_inferred);
    visit("note", value.note);
    visit("provenance", value.provenance);
    visit("claims", value.claims);
}

template <class V, Of<CertificateEdition> T>
void visit_keys(V& visit, T& value) {
    visit("code", value.code);
    visit("mark", value.mark);
    visit("label", value.label);
    visit("period", value.period);
    visit("held_on", value.held_on);
    visit("venue", value.venue);
    visit("granted_total", value.granted_total);
    visit("note", value.note);
    visit("sources", value.sources);
}

template <class V, Of<Product> T>
void visit_keys(V& visit, T& value) {
    visit("id", value.id);
    visit("brand", value.brand);
    visit("name", value.name);
    visit("aliases", value.aliases);
    visit("kind", value.kind);
    visit("maker", value.maker);
    visit("maker_candidates", value.maker_candidates);
    visit("maker_basis", value.maker_basis);
    visit("collection", value.collection);
    visit("year", value.year);
    visit("material", value.material);
    visit("price_pln", value.price_pln);
    visit("description", value.description);
    visit("provenance", value.provenance);
}

template <class V, Of<BrandMaker> T>
void visit_keys(V& visit, T& value) {
    visit("entity", value.entity);
    visit("products", value.products);
    visit("works_with", value.works_with);
    visit("sources", value.sources);
}

template <class V, Of<BrandVenue> T>
void visit_keys(V& visit, T& value) {
    visit("name", value.name);
    visit("kind", value.kind);
    visit("town", value.town);
    visit("address", value.address);
    visit("sources", value.sources);
}

template <class V, Of<Brand> T>
void visit_keys(V& visit, T& value) {
    visit("code", value.code);
    visit("name", value.name);
    visit("aliases", value.aliases);
    visit("owner", value.owner);
    visit("launched", value.launched);
    visit("summary", value.summary);
    visit("story", value.story);
    visit("name_meaning", value.name_meaning);
    visit("design", value.design);
    visit("motifs", value.motifs);
    visit("shown_at", value.shown_at);
    visit("makers", value.makers);
    visit("not_found", value.not_found);
    visit("provenance", value.provenance);
}

template <class V, Of<SupportPeriod> T>
void visit_keys(V& visit, T& value) {
    visit("from", value.from);
    visit("until", value.until);
    visit("note", value.note);
    visit("sources", value.sources);
}

template <class V, Of<SupportCentre> T>
void visit_keys(V& visit, T& value) {
    visit("id", value.id);
    visit("kind", value.kind);
    visit("name", value.name);
    visit("short_name", value.short_name);
    visit("operator_name", value.operator_name);
    visit("operator_id", value.operator_id);
    visit("operator_town", value.operator_town);
    visit("partner", value.partner);
    visit("state", value.state);
    visit("street", value.street);
    visit("postal_code", value.postal_code);
    visit("town", value.town);
    visit("phone", value.phone);
    visit("email", value.email);
    visit("website", value.website);
    visit("subregion", value.subregion);
    visit("counties", value.counties);
    visit("periods", value.periods);
    visit("accreditation", value.accreditation);
    visit("note", value.note);
    visit("provenance", value.provenance);
}

template <class V, Of<MunicipalAward> T>
void visit_keys(V& visit, T& value) {
    visit("id", value.id);
    visit("contest", value.contest);
    visit("contest_name", value.contest_name);
    visit("year", value.year);
    visit("distinction", value.distinction);
    visit("label", value.label);
    visit("municipality", value.municipality);
    visit("county", value.county);
    visit("handed_over", value.handed_over);
    visit("note", value.note);
    visit("provenance", value.provenance);
}

template <class V, Of<ProcurementThreshold> T>
void visit_keys(V& visit, T& value) {
    visit("id", value.id);
    visit("applies_to", value.applies_to);
    visit("net_pln", value.net_pln);
    visit("from", value.from);
    visit("until", value.until);
    visit("legal_reference", value.legal_reference);
    visit("provenance", value.provenance);
}

template <class V, Of<GuidanceNote> T>
void visit_keys(V& visit, T& value) {
    visit("id", value.id);
    visit("kind", value.kind);
    visit("title", value.title);
    visit("text", value.text);
    visit("who", value.who);
    visit("legal_reference", value.legal_reference);
    visit("unverified", value.unverified);
    visit("provenance", value.provenance);
}

template <class V, Of<Concept> T>
void visit_keys(V& visit, T& value) {
    visit("code", value.code);
    visit("labels", value.labels);
    visit("synonyms", value.synonyms);
    visit("shared_words", value.shared_words);
    visit("asked_as", value.asked_as);
    visit("broader", value.broader);
    visit("related", value.related);
    visit("cpv", value.cpv);
    visit("pkd", value.pkd);
    visit("check_digit", value.check_digit);
    visit("art_361", value.art_361);
    visit("sources", value.sources);
    visit("note", value.note);
    visit("note_en", value.note_en);
    visit("note_uk", value.note_uk);
    visit("art_94", value.art_94);
    visit("work_for", value.work_for);
}

template <class V, Of<AccessibilityStatement> T>
void visit_keys(V& visit, T& value) {
    visit("site_published", value.site_published);
    visit("site_changed", value.site_changed);
    visit("prepared", value.prepared);
    visit("reviewed", value.reviewed);
    visit("conformance", value.conformance);
    visit("not_conforming", value.not_conforming);
    visit("too_costly", value.too_costly);
    visit("not_covered", value.not_covered);
    visit("cost_assessment_url", value.cost_assessment_url);
    visit("basis", value.basis);
    visit("assessor", value.assessor);
    visit("report_url", value.report_url);
    visit("contact", value.contact);
    visit("email", value.email);
    visit("phone", value.phone);
    visit("complaints_address", value.complaints_address);
    visit("architecture", value.architecture);
    visit("communication", value.communication);
    visit("architecture_url", value.architecture_url);
}

template <class V, Of<SiteOperator> T>
void visit_keys(V& visit, T& value) {
    visit("name", value.name);
    visit("street", value.street);
    visit("postal_code", value.postal_code);
    visit("town", value.town);
    visit("email", value.email);
    visit("phone", value.phone);
    visit("website", value.website);
    visit("data_protection", value.data_protection);
    visit("logs", value.logs);
    visit("data_licence", value.data_licence);
    visit("source_code_url", value.source_code_url);
    visit("accessibility", value.accessibility);
}

template <class V, Of<CpvSource> T>
void visit_keys(V& visit, T& value) {
    visit("code", value.code);
    visit("gives", value.gives);
    visit("title", value.title);
    visit("licence", value.licence);
    visit("provenance", value.provenance);
}

template <class V, Of<Abbreviation> T>
void visit_keys(V& visit, T& value) {
    visit("written", value.written);
    visit("meaning", value.meaning);
}

template <class V, Of<Subregion> T>
void visit_keys(V& visit, T& value) {
    visit("code", value.code);
    visit("labels", value.labels);
    visit("support_centre", value.support_centre);
}

template <class V, Of<County> T>
void visit_keys(V& visit, T& value) {
    visit("code", value.code);
    visit("name", value.name);
    visit("labels", value.labels);
    visit("kind", value.kind);
    visit("seat", value.seat);
    visit("subregion", value.subregion);
    visit("lat", value.lat);
    visit("lon", value.lon);
    visit("tile_row", value.tile_row);
    visit("tile_col", value.tile_col);
}

template <class V, Of<Municipality> T>
void visit_keys(V& visit, T& value) {
    visit("code", value.code);
    visit("name", value.name);
    visit("label", value.label);
    visit("kind", value.kind);
    visit("county", value.county);
    visit("lat", value.lat);
    visit("lon", value.lon);
}

template <class V, Of<PlaceName> T>
void visit_keys(V& visit, T& value) {
    visit("name", value.name);
    visit("municipality", value.municipality);
    visit("ukrainian", value.ukrainian);
    visit("districts", value.districts);
}

template <class V, Of<PostalCode> T>
void visit_keys(V& visit, T& value) {
    visit("code", value.code);
    visit("municipality", value.municipality);
    visit("lat", value.lat);
    visit("lon", value.lon);
}

template <class V, Of<Locality> T>
void visit_keys(V& visit, T& value) {
    visit("name", value.name);
    visit("kind", value.kind);
    visit("municipality", value.municipality);
    visit("lat", value.lat);
    visit("lon", value.lon);
}

}  // namespace wespol::detail
