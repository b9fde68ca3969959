// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/protocol/protocol_results.h"

#include "core/catalogue/certificate_doubt.h"
#include "server/pages/certificate_view.h"
#include "server/pages/labels.h"

#include <algorithm>
#include <array>

namespace wespol {
namespace {

std::string text_or_empty(const std::optional<std::string>& text) {
    return text.value_or("");
}

std::string polish(const std::optional<PartialDate>& date) {
    return date ? date->in_polish() : "";
}

ProtocolCertificate certificate(const PageContext& context, const Messages& messages,
                                const CertificateHit& hit) {
    const Certificate& known = hit.certificate;
    const CertificateEdition* edition = context.references.edition(known.edition);
    ProtocolCertificate told;
    told.id = known.id;
    told.subject = text_or_empty(known.subject);
    told.edition = edition ? edition->label : known.edition;
    told.granted = known.granted_on ? known.granted_on->in_polish() : messages("date.unknown");
    told.granted_basis = text_or_empty(known.granted_on_basis);
    told.year_is_inferred = known.year_inferred;
    told.announced = polish(known.announced_on);
    told.until = end_in_words(messages, hit.validity);
    told.until_is_computed =
        hit.validity.end_is_computed && (hit.validity.earliest_end || hit.validity.latest_end);
    told.state = code(hit.state);
    told.label = certificate_state_in_words(context, messages, hit);
    if (const auto doubt = doubt_on(hit.validity, context.as_of))
        told.doubt = in_polish(*doubt, known);
    told.note = text_or_empty(known.note);
    told.sources = known.provenance.urls;
    return told;
}

std::optional<ProtocolParty> operating_party(const EntityRecord& record) {
    const Entity& entity = record.entity;
    if (record.operated_by) {
        const Entity& known = *record.operated_by;
        return ProtocolParty{known.name, known.nip.value_or(text_or_empty(entity.operator_nip)),
                             known.krs.value_or(text_or_empty(entity.operator_krs))};
    }
    if (!entity.operator_name) return std::nullopt;
    return ProtocolParty{*entity.operator_name, text_or_empty(entity.operator_nip),
                         text_or_empty(entity.operator_krs)};
}

}  // namespace

ProtocolResult protocol_result(const PageContext& context, const Messages& messages,
                               const EntityRecord& record) {
    const Entity& entity = record.entity;
    const Municipality* municipality =
        entity.municipality ? context.references.region.municipality(*entity.municipality)
                            : nullptr;
    ProtocolResult result;
    result.id = entity.id;
    result.name = entity.name;
    result.legal_form = context.references.legal_form.label(entity.legal_form, context.language);
    result.nip = text_or_empty(entity.nip);
    result.krs = text_or_empty(entity.krs);
    result.regon = text_or_empty(entity.regon);
    result.street = text_or_empty(entity.street);
    result.postal_code = text_or_empty(entity.postal_code);
    result.town = text_or_empty(entity.town);
    result.municipality = municipality ? municipality->label : "";
    result.county = text_or_empty(county_name(context, messages, entity.county));
    result.activity = text_or_empty(activity_text(messages, entity));
    result.is_unit = is_unit(entity);
    result.operated_by = operating_party(record);
    for (FactRow& row : fact_rows(context, messages, record)) {
        if (row.fact == "art_94") row.sources = record.facts.art_94.sources;
        result.facts.push_back(std::move(row));
    }
    for (const CertificateHit& hit : record.certificates)
        result.certificates.push_back(certificate(context, messages, hit));
    result.confirmed = polish(entity.provenance.as_of);
    result.sources = entity.provenance.urls;
    return result;
}

}  // namespace wespol
