// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/searcher.h"

#include "core/index/xapian_errors.h"
#include "core/search/search_session.h"
#include "core/search/similar_entities.h"

#include <algorithm>
#include <utility>

namespace wespol {
namespace {

constexpr std::string_view kCannotSearch = "Nie można przeszukać indeksu";

}  // namespace

std::vector<std::string> Searcher::Session::statuses_on(DocId document, Day day) const {
    std::vector<std::string> held;
    for (const StatusSpan& span : columns().statuses(document))
        if (holds_on(span, day)) held.push_back(span.status);
    return held;
}

std::vector<std::string> Searcher::Session::brands_of(DocId document) const {
    const FacetColumn& brands = columns().facet(FieldId::brand);
    std::vector<std::string> codes;
    for (const auto* ordinal = brands.begin(document); ordinal != brands.end(document); ++ordinal)
        codes.push_back(brands.codes()[*ordinal]);
    return codes;
}

CertificateHit Searcher::Session::certificate_hit(DocId document, Day day) const {
    CertificateHit hit;
    hit.certificate = records_.certificate(document);
    hit.validity = validity(hit.certificate);
    hit.state = state_on(hit.validity, day);
    return hit;
}

LegalFacts Searcher::Session::facts(const Entity& entity, Day day) const {
    std::vector<Certificate> certificates;
    for (const DocId each : records_.belonging_to(DocumentType::certificate, entity.id))
        certificates.push_back(records_.certificate(each));
    return legal_facts(entity, certificates, snapshot_->references(), day);
}

std::vector<CertificateHit> Searcher::Session::certificates_held(const Entity& entity,
                                                                 Day day) const {
    std::vector<CertificateHit> certificates;
    for (const DocId each : records_.belonging_to(DocumentType::certificate, entity.id))
        certificates.push_back(certificate_hit(each, day));
    // Newest first; those of unknown date last.
    std::ranges::stable_sort(certificates, [](const CertificateHit& a, const CertificateHit& b) {
        return a.validity.latest_start > b.validity.latest_start;
    });
    return certificates;
}

std::optional<EntityRecord> Searcher::Session::entity_alone(std::string_view id,
                                                            std::optional<Day> as_of) const {
    const std::optional<DocId> document = records_.find(DocumentType::entity, id);
    if (!document) return std::nullopt;

    EntityRecord found;
    found.generation = snapshot_->generation();
    found.as_of = as_of.value_or(today_);
    found.entity = records_.entity(*document);
    found.certificate_state = state_on(columns().validities(*document), found.as_of);
    found.statuses = statuses_on(*document, found.as_of);
    found.brands = brands_of(*document);
    found.facts = facts(found.entity, found.as_of);
    found.certificates = certificates_held(found.entity, found.as_of);
    if (found.entity.operator_id)
        if (const auto operated_by = records_.find(DocumentType::entity, *found.entity.operator_id))
            found.operated_by = records_.entity(*operated_by);
    return found;
}

std::optional<EntityRecord> Searcher::Session::entity(std::string_view id,
                                                      std::optional<Day> as_of) const {
    std::optional<EntityRecord> found = entity_alone(id, as_of);
    if (!found) return std::nullopt;
    for (const DocId each : records_.belonging_to(DocumentType::product, found->entity.id)) {
        Product product = records_.product(each);
        (product.maker == found->entity.id ? found->products : found->candidate_products)
            .push_back(std::move(product));
    }
    for (const DocId each : records_.belonging_to(DocumentType::entity, found->entity.id))
        found->units.push_back(records_.entity(each));
    found->similar = similar_entities(database_, columns(), snapshot_->analyzer(), records_,
                                      snapshot_->references(),
                                      *records_.find(DocumentType::entity, id), language_);
    return found;
}

Searcher::Searcher(std::shared_ptr<const IndexSnapshot> snapshot, Day today, Language language,
                   Deadline deadline)
    : session_(translating_xapian_errors(kCannotSearch, [&] {
          return std::make_unique<Session>(std::move(snapshot), today, language, deadline);
      })) {}

Searcher::~Searcher() = default;

SearchResponse Searcher::search(const SearchRequest& request) const {
    session_->forget();
    return translating_xapian_errors(kCannotSearch, [&] { return session_->search(request); });
}

ProductResponse Searcher::search_products(const SearchRequest& request) const {
    session_->forget();
    return translating_xapian_errors(kCannotSearch,
                                     [&] { return session_->search_products(request); });
}

CertificateResponse Searcher::search_certificates(const SearchRequest& request) const {
    session_->forget();
    return translating_xapian_errors(kCannotSearch,
                                     [&] { return session_->search_certificates(request); });
}

void Searcher::visit(const SearchRequest& request, const EntityVisitor& visitor) const {
    session_->forget();
    translating_xapian_errors(kCannotSearch, [&] { session_->visit(request, visitor); });
}

void Searcher::visit_certificates(const SearchRequest& request,
                                  const CertificateVisitor& visitor) const {
    session_->forget();
    translating_xapian_errors(kCannotSearch,
                              [&] { session_->visit_certificates(request, visitor); });
}

std::vector<std::string> Searcher::entity_ids(std::size_t first, std::size_t most) const {
    return translating_xapian_errors(kCannotSearch,
                                     [&] { return session_->entity_ids(first, most); });
}

ResultPlaces Searcher::places(const SearchRequest& request) const {
    session_->forget();
    return translating_xapian_errors(kCannotSearch, [&] { return session_->places(request); });
}

CertificateResponse Searcher::certificates_of(std::string_view digits,
                                              const SearchRequest& request) const {
    return translating_xapian_errors(kCannotSearch,
                                     [&] { return session_->certificates_of(digits, request); });
}

std::vector<CertificateHit> Searcher::certificates_held(const Entity& entity, Day day) const {
    return translating_xapian_errors(kCannotSearch,
                                     [&] { return session_->certificates_held(entity, day); });
}

LegalFacts Searcher::facts(const Entity& entity, Day day) const {
    return translating_xapian_errors(kCannotSearch, [&] { return session_->facts(entity, day); });
}

CpvOverview Searcher::cpv_overview() const {
    session_->forget();
    return translating_xapian_errors(kCannotSearch, [&] { return session_->cpv_overview(); });
}

CpvRecord Searcher::cpv(std::string_view code, std::optional<Day> as_of) const {
    session_->forget();
    return translating_xapian_errors(kCannotSearch, [&] { return session_->cpv(code, as_of); });
}

CpvFinding Searcher::find_cpv(std::string_view text) const {
    session_->forget();
    return translating_xapian_errors(kCannotSearch, [&] { return session_->find_cpv(text); });
}

std::optional<EntityRecord> Searcher::entity_alone(std::string_view id,
                                                   std::optional<Day> as_of) const {
    return translating_xapian_errors(kCannotSearch,
                                     [&] { return session_->entity_alone(id, as_of); });
}

std::optional<EntityRecord> Searcher::entity(std::string_view id, std::optional<Day> as_of) const {
    return translating_xapian_errors(kCannotSearch, [&] { return session_->entity(id, as_of); });
}

}  // namespace wespol
