// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/searcher.h"

#include "core/index/index_snapshot.h"
#include "core/index/xapian_errors.h"
#include "core/search/concept_reading.h"
#include "core/search/doc_matcher.h"
#include "core/search/explanation.h"
#include "core/search/facet_builder.h"
#include "core/search/facet_labels.h"
#include "core/search/highlighter.h"
#include "core/search/page_order.h"
#include "core/search/query_parser.h"
#include "core/search/record_reader.h"
#include "core/search/relaxations.h"
#include "core/search/request_counter.h"
#include "core/search/similar_entities.h"
#include "core/search/snippets.h"

#include <algorithm>

#include <xapian.h>

namespace wespol {
namespace {

constexpr std::string_view kCannotSearch = "Nie można przeszukać indeksu";

std::string joined(const std::vector<QueryWord>& words) {
    std::string text;
    for (const QueryWord& word : words)
        text += (text.empty() ? "" : " ") + word.surface;
    return text;
}

std::vector<UnderstoodConcept> understood_concepts(const QueryTree& tree,
                                                   const References& references,
                                                   Language language) {
    std::vector<UnderstoodConcept> understood;
    for (const QueryClause& clause : tree.clauses)
        if (const auto* named = std::get_if<QueryConcept>(&clause.what))
            for (const ConceptCode& each : named->concepts)
                understood.push_back({joined(named->words), each.field, each.code,
                                      value_label(references, each.field, each.code, language)});
    return understood;
}

/// "wazny" includes "wygasa", as in the facet of entities.
bool is_chosen(const SearchRequest& request, CertificateState state) {
    const auto is_selected = [&](CertificateState each) {
        return request.is_selected(FieldId::certificate_state, code(each));
    };
    return is_selected(state) ||
           (state == CertificateState::expiring && is_selected(CertificateState::valid));
}

}  // namespace

class Searcher::Session {
  public:
    Session(std::shared_ptr<const IndexSnapshot> snapshot, Day today, Language language)
        : snapshot_(std::move(snapshot)),
          database_(snapshot_->open_database()),
          matcher_(database_),
          records_(database_, snapshot_->columns()),
          today_(today),
          language_(language) {}

    SearchResponse search(const SearchRequest& request) const;
    ProductResponse search_products(const SearchRequest& request) const;
    CertificateResponse search_certificates(const SearchRequest& request) const;
    CertificateResponse certificates_of(std::string_view digits,
                                        const SearchRequest& request) const;
    std::optional<EntityRecord> entity(std::string_view id, std::optional<Day> as_of) const;

  private:
    const Columns& columns() const { return snapshot_->columns(); }
    DocSet nothing() const { return DocSet(columns().last_document()); }
    Day day_of(const SearchRequest& request) const { return request.as_of.value_or(today_); }

    ParsedQuery read(const SearchRequest& request) const;
    Understood understood(const ParsedQuery& query) const;
    DocSet matching(const ParsedQuery& query, DocumentType type) const;
    DocSet within(const DocSet& documents, const NearPlace& near) const;
    DocSet in_chosen_state(const DocSet& certificates, const SearchRequest& request) const;
    std::optional<CertificateState> state_of(const DocSet& certificates, Day day) const;

    Hit hit(const ScoredDocument& scored, const SearchRequest& request,
            const Highlighter& highlighter) const;
    ProductHit product_hit(DocId document) const;
    CertificateHit certificate_hit(DocId document, Day day) const;
    std::vector<std::string> statuses_on(DocId document, Day day) const;
    std::vector<std::string> brands_of(DocId document) const;

    /// `make_hit(document)` gives the hit without its snippet and score.
    template <class AnyHit, class MakeHit>
    ListResponse<AnyHit> list(const SearchRequest& request, const ParsedQuery& query,
                              const DocSet& documents, MakeHit make_hit) const;

    std::shared_ptr<const IndexSnapshot> snapshot_;
    Xapian::Database database_;
    DocMatcher matcher_;
    RecordReader records_;
    Day today_;
    Language language_;
};

ParsedQuery Searcher::Session::read(const SearchRequest& request) const {
    ParsedQuery query = parse_query(request.text, snapshot_->analyzer());
    if (!request.literal) query.tree = with_concepts(std::move(query.tree), snapshot_->concepts());
    return query;
}

Understood Searcher::Session::understood(const ParsedQuery& query) const {
    return {.text = query.text,
            .concepts = understood_concepts(query.tree, snapshot_->references(), language_),
            .identifiers = query.identifiers,
            .ignored = query.ignored};
}

DocSet Searcher::Session::matching(const ParsedQuery& query, DocumentType type) const {
    if (query.nothing_remains) return nothing();
    if (query.tree.empty()) return columns().of_type(type);
    DocSet documents = matcher_.match(query.tree);
    documents &= columns().of_type(type);
    return documents;
}

DocSet Searcher::Session::within(const DocSet& documents, const NearPlace& near) const {
    DocSet inside = nothing();
    documents.for_each([&](DocId document) {
        if (is_within(columns(), document, near)) inside.add(document);
    });
    return inside;
}

DocSet Searcher::Session::in_chosen_state(const DocSet& certificates,
                                          const SearchRequest& request) const {
    if (!request.filters.contains(FieldId::certificate_state)) return certificates;
    DocSet chosen = nothing();
    certificates.for_each([&](DocId document) {
        if (is_chosen(request, state_on(columns().validities(document), day_of(request))))
            chosen.add(document);
    });
    return chosen;
}

std::optional<CertificateState> Searcher::Session::state_of(const DocSet& certificates,
                                                            Day day) const {
    std::optional<CertificateState> best;
    certificates.for_each([&](DocId document) {
        const CertificateState state = state_on(columns().validities(document), day);
        best = best ? std::min(*best, state) : state;
    });
    return best;
}

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

Hit Searcher::Session::hit(const ScoredDocument& scored, const SearchRequest& request,
                           const Highlighter& highlighter) const {
    const Day day = day_of(request);
    Hit hit;
    hit.entity = records_.entity(scored.document);
    hit.certificate_state = state_on(columns().validities(scored.document), day);
    hit.statuses = statuses_on(scored.document, day);
    hit.brands = brands_of(scored.document);
    hit.distance_km = distance_to(columns(), scored.document, request.near);
    hit.name = highlighter.highlight(hit.entity.name);
    hit.snippet = snippet_of(hit.entity, highlighter);
    hit.score = scored.score;
    return hit;
}

SearchResponse Searcher::Session::search(const SearchRequest& request) const {
    const ParsedQuery query = read(request);
    const FacetBuilder facets(*snapshot_, day_of(request));
    RequestCounter counter(columns(), matcher_, facets,
                           [this](const SearchRequest& asked) { return read(asked); });
    const DocSet anywhere = counter.bought(counter.matching(query), request);
    const DocSet in_place = request.near ? within(anywhere, *request.near) : anywhere;

    const std::vector<FacetSelection> selections = facets.selections(request);
    const FacetCounts counts = count_facets(in_place, selections, columns().last_document());
    DocSet ended = counts.accepted;
    ended &= columns().ended();

    SearchResponse response;
    response.request = request;
    response.generation = snapshot_->generation();
    response.as_of = day_of(request);
    response.sort = order_in_force(request, query.tree);
    response.total = counts.accepted.count();
    response.ended_total = ended.count();
    response.understood = understood(query);
    const Highlighter highlighter(query.tree, snapshot_->analyzer());
    const std::vector<ScoredDocument> page =
        page_of(database_, columns(), counts.accepted, response.sort, request, query.tree);
    for (const ScoredDocument& scored : page)
        response.hits.push_back(hit(scored, request, highlighter));
    if (request.explain && response.sort == SortOrder::relevance) {
        std::vector<std::vector<ScorePart>> explanations = explain(database_, query.tree, page);
        for (std::size_t i = 0; i < page.size(); ++i)
            response.hits[i].explanation = std::move(explanations[i]);
    }
    response.facets = facets.facets(selections, counts, request, language_);
    response.relaxations = relaxations({.request = request,
                                        .tree = query.tree,
                                        .total = response.total,
                                        .selections = selections,
                                        .counts = counts,
                                        .counter = counter,
                                        .references = snapshot_->references(),
                                        .language = language_});
    return response;
}

template <class AnyHit, class MakeHit>
ListResponse<AnyHit> Searcher::Session::list(const SearchRequest& request, const ParsedQuery& query,
                                             const DocSet& documents, MakeHit make_hit) const {
    ListResponse<AnyHit> response;
    response.generation = snapshot_->generation();
    response.as_of = day_of(request);
    response.total = documents.count();
    response.understood = understood(query);
    const SortOrder order = can_rank(query.tree) ? SortOrder::relevance : SortOrder::name;
    for (const ScoredDocument& scored :
         page_of(database_, columns(), documents, order, request, query.tree)) {
        AnyHit hit = make_hit(scored.document);
        hit.score = scored.score;
        response.hits.push_back(std::move(hit));
    }
    return response;
}

ProductHit Searcher::Session::product_hit(DocId document) const {
    ProductHit hit;
    hit.product = records_.product(document);
    if (hit.product.maker)
        if (const auto maker = records_.find(DocumentType::entity, *hit.product.maker))
            hit.maker_name = records_.entity(*maker).name;
    return hit;
}

CertificateHit Searcher::Session::certificate_hit(DocId document, Day day) const {
    CertificateHit hit;
    hit.certificate = records_.certificate(document);
    hit.validity = validity(hit.certificate);
    hit.state = state_on(hit.validity, day);
    return hit;
}

ProductResponse Searcher::Session::search_products(const SearchRequest& request) const {
    const ParsedQuery query = read(request);
    const Highlighter highlighter(query.tree, snapshot_->analyzer());
    return list<ProductHit>(request, query, matching(query, DocumentType::product),
                            [&](DocId document) {
                                ProductHit hit = product_hit(document);
                                hit.snippet = snippet_of(hit.product, highlighter);
                                return hit;
                            });
}

CertificateResponse Searcher::Session::search_certificates(const SearchRequest& request) const {
    const ParsedQuery query = read(request);
    const Highlighter highlighter(query.tree, snapshot_->analyzer());
    const DocSet documents = in_chosen_state(matching(query, DocumentType::certificate), request);
    return {list<CertificateHit>(request, query, documents,
                                 [&](DocId document) {
                                     CertificateHit hit =
                                         certificate_hit(document, day_of(request));
                                     hit.snippet = snippet_of(hit.certificate, highlighter);
                                     return hit;
                                 }),
            std::nullopt};
}

CertificateResponse Searcher::Session::certificates_of(std::string_view digits,
                                                       const SearchRequest& request) const {
    DocSet documents = nothing();
    for (const Identifier& reading : recognise_identifiers(digits))
        if (reading.kind != IdentifierKind::cpv) documents |= matcher_.match_identifier(reading);
    documents &= columns().of_type(DocumentType::certificate);
    return {list<CertificateHit>(
                request, {}, documents,
                [&](DocId document) { return certificate_hit(document, day_of(request)); }),
            state_of(documents, day_of(request))};
}

std::optional<EntityRecord> Searcher::Session::entity(std::string_view id,
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
    for (const DocId each : records_.belonging_to(DocumentType::certificate, found.entity.id))
        found.certificates.push_back(certificate_hit(each, found.as_of));
    // Newest first; those of unknown date last.
    std::stable_sort(found.certificates.begin(), found.certificates.end(),
                     [](const CertificateHit& a, const CertificateHit& b) {
                         return a.validity.latest_start > b.validity.latest_start;
                     });
    for (const DocId each : records_.belonging_to(DocumentType::product, found.entity.id)) {
        Product product = records_.product(each);
        (product.maker == found.entity.id ? found.products : found.candidate_products)
            .push_back(std::move(product));
    }
    for (const DocId each : records_.belonging_to(DocumentType::entity, found.entity.id))
        found.units.push_back(records_.entity(each));
    if (found.entity.operator_id)
        if (const auto operated_by = records_.find(DocumentType::entity, *found.entity.operator_id))
            found.operated_by = records_.entity(*operated_by);
    found.similar = similar_entities(database_, columns(), snapshot_->analyzer(), records_,
                                     snapshot_->references(), *document, language_);
    return found;
}

Searcher::Searcher(std::shared_ptr<const IndexSnapshot> snapshot, Day today, Language language)
    : session_(translating_xapian_errors(kCannotSearch, [&] {
          return std::make_unique<Session>(std::move(snapshot), today, language);
      })) {}

Searcher::~Searcher() = default;

SearchResponse Searcher::search(const SearchRequest& request) const {
    return translating_xapian_errors(kCannotSearch, [&] { return session_->search(request); });
}

ProductResponse Searcher::search_products(const SearchRequest& request) const {
    return translating_xapian_errors(kCannotSearch,
                                     [&] { return session_->search_products(request); });
}

CertificateResponse Searcher::search_certificates(const SearchRequest& request) const {
    return translating_xapian_errors(kCannotSearch,
                                     [&] { return session_->search_certificates(request); });
}

CertificateResponse Searcher::certificates_of(std::string_view digits,
                                              const SearchRequest& request) const {
    return translating_xapian_errors(kCannotSearch,
                                     [&] { return session_->certificates_of(digits, request); });
}

std::optional<EntityRecord> Searcher::entity(std::string_view id, std::optional<Day> as_of) const {
    return translating_xapian_errors(kCannotSearch, [&] { return session_->entity(id, as_of); });
}

}  // namespace wespol
