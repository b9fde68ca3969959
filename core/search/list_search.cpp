// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/page_order.h"
#include "core/search/search_session.h"
#include "core/search/snippets.h"

#include <algorithm>
#include <utility>

namespace wespol {
namespace {

/// "wazny" includes "wygasa", as in the facet of entities.
bool is_chosen(const SearchRequest& request, CertificateState state) {
    const auto is_selected = [&](CertificateState each) {
        return request.is_selected(FieldId::certificate_state, code(each));
    };
    return is_selected(state) ||
           (state == CertificateState::expiring && is_selected(CertificateState::valid));
}

/// Lists have no other order to choose.
SortOrder list_order(const QueryTree& tree) {
    return can_rank(tree) ? SortOrder::relevance : SortOrder::name;
}

}  // namespace

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

template <class AnyHit>
ListResponse<AnyHit> Searcher::Session::list_head(const ReadQuery& query,
                                                  const DocSet& documents) const {
    ListResponse<AnyHit> response;
    response.generation = snapshot_->generation();
    response.as_of = day_of(query.request());
    response.total = documents.count();
    response.understood = understood(query);
    return response;
}

template <class AnyHit, class MakeHit>
ListResponse<AnyHit> Searcher::Session::list(const ReadQuery& query, const DocSet& documents,
                                             MakeHit make_hit) const {
    const SearchRequest& request = query.request();
    ListResponse<AnyHit> response = list_head<AnyHit>(query, documents);
    for (const ScoredDocument& scored :
         page_of(read_index(), documents, list_order(query.tree()), request, query.tree())) {
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

ProductResponse Searcher::Session::search_products(const SearchRequest& request) const {
    const ReadQuery query = read_and_correct(
        request, {ReadingPart::place, ReadingPart::day, ReadingPart::state}, DocumentType::product);
    const Highlighter highlighter(query.tree(), snapshot_->analyzer());
    return list<ProductHit>(query, query.found, [&](DocId document) {
        ProductHit hit = product_hit(document);
        hit.snippet = snippet_of(hit.product, highlighter);
        return hit;
    });
}

Searcher::Session::FoundCertificates Searcher::Session::find_certificates(
    const SearchRequest& asked) const {
    ReadQuery query = read_and_correct(asked, {ReadingPart::place, ReadingPart::state},
                                       DocumentType::certificate);
    DocSet documents = in_chosen_state(query.found, query.request());
    return {std::move(query), std::move(documents)};
}

CertificateResponse Searcher::Session::search_certificates(const SearchRequest& asked) const {
    const auto [query, documents] = find_certificates(asked);
    const Day day = day_of(query.request());
    const Highlighter highlighter(query.tree(), snapshot_->analyzer());
    return {list<CertificateHit>(query, documents,
                                 [&](DocId document) {
                                     CertificateHit hit = certificate_hit(document, day);
                                     hit.snippet = snippet_of(hit.certificate, highlighter);
                                     return hit;
                                 }),
            std::nullopt};
}

void Searcher::Session::visit_certificates(const SearchRequest& asked,
                                           const CertificateVisitor& visitor) const {
    const auto [query, documents] = find_certificates(asked);
    const SearchRequest& request = query.request();
    if (visitor.begin) visitor.begin({list_head<CertificateHit>(query, documents), std::nullopt});
    const Highlighter highlighter(query.tree(), snapshot_->analyzer());
    for (const ScoredDocument& scored :
         all_of(read_index(), documents, list_order(query.tree()), request, query.tree())) {
        CertificateHit hit = certificate_hit(scored.document, day_of(request));
        hit.score = scored.score;
        if (visitor.needs_highlights) hit.snippet = snippet_of(hit.certificate, highlighter);
        if (!visitor.visit(hit)) return;
    }
}

CertificateResponse Searcher::Session::certificates_of(std::string_view digits,
                                                       const SearchRequest& request) const {
    DocSet documents = nothing();
    for (const Identifier& reading : recognise_identifiers(digits))
        if (reading.kind != IdentifierKind::cpv && reading.kind != IdentifierKind::phone)
            documents |= matcher_.match_identifier(reading);
    documents &= columns().of_type(DocumentType::certificate);
    ReadQuery query;
    query.reading.spelled_out = request;
    return {list<CertificateHit>(
                query, documents,
                [&](DocId document) { return certificate_hit(document, day_of(request)); }),
            state_of(documents, day_of(request))};
}

}  // namespace wespol
