// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/mapping/certificate_mapper.h"

#include "core/catalogue/identifiers.h"

#include <utility>

namespace wespol {
namespace {

std::optional<std::string> holder_of(FieldReader& fields, const IdSet& entities) {
    auto holder = fields.text("holder");
    if (holder && !entities.contains(*holder))
        fields.reject("holder", *holder, "posiadacza nie ma wśród podmiotów",
                      "sprawdź identyfikator w sources/entities.jsonl albo usuń pole holder");
    return holder;
}

std::string edition_of(FieldReader& fields, const References& references) {
    const auto edition = fields.text("edition");
    if (!edition) return {};
    if (references.edition(*edition)) return *edition;
    fields.warn("edition", *edition, "nieznana edycja, pominięto",
                "edycje są w sources/certificate_editions.jsonl");
    return {};
}

}  // namespace

std::optional<CertificateEdition> map_certificate_edition(const SourceRecord& record,
                                                          const References& references,
                                                          Diagnostics& diagnostics) {
    FieldReader fields(record, diagnostics);
    CertificateEdition edition;
    edition.code = fields.required_text("code");
    edition.mark = fields.required_code("mark", references.mark);
    edition.label = fields.required_text("label");
    edition.period = fields.text("period");
    edition.held_on = fields.date("held_on");
    edition.venue = fields.text("venue");
    edition.granted_total = fields.integer("granted_total", 0, 10'000);
    edition.note = fields.text("note");
    edition.sources = fields.urls("sources");
    if (!fields.finish()) return std::nullopt;
    return edition;
}

std::optional<Certificate> map_certificate(const SourceRecord& record, const References& references,
                                           const IdSet& entities, Diagnostics& diagnostics) {
    FieldReader fields(record, diagnostics);
    Certificate certificate;
    certificate.id = fields.required_id("id");
    certificate.mark = fields.required_code("mark", references.mark);
    certificate.holder = holder_of(fields, entities);
    certificate.holder_name = fields.required_text("holder_name");
    certificate.holder_town = fields.text("holder_town");
    certificate.holder_krs = fields.parsed("holder_krs", parse_krs);
    certificate.holder_nip = fields.parsed("holder_nip", parse_nip);
    certificate.subject = fields.text("subject");
    certificate.industry = fields.text("industry");
    certificate.offer_at_grant = fields.text("offer_at_grant");
    certificate.granted_on = fields.past_date("granted_on");
    certificate.granted_on_basis = fields.text("granted_on_basis");
    certificate.valid_until = fields.end_date("valid_until", certificate.granted_on);
    certificate.announced_on = fields.date("announced_on");
    certificate.edition = edition_of(fields, references);
    certificate.year_inferred = fields.flag("year_inferred").value_or(false);
    certificate.note = fields.text("note");
    certificate.provenance = fields.provenance();
    if (!fields.finish()) return std::nullopt;
    return certificate;
}

}  // namespace wespol
