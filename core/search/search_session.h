// SPDX-License-Identifier: GPL-3.0-or-later
// One Searcher at work over one snapshot: what its source files share. entity_search.cpp searches
// entities, list_search.cpp products and certificates, cpv_search.cpp answers for CPV codes,
// place_search.cpp tells where hits are, correction.cpp spells queries otherwise, searcher.cpp
// looks up single records. Used by one thread; throws Xapian::Error and OutOfTime.
#pragma once

#include "core/index/index_snapshot.h"
#include "core/search/doc_matcher.h"
#include "core/search/facet_builder.h"
#include "core/search/facet_counter.h"
#include "core/search/highlighter.h"
#include "core/search/known_names.h"
#include "core/search/page_order.h"
#include "core/search/place_groups.h"
#include "core/search/query_corrector.h"
#include "core/search/query_parser.h"
#include "core/search/query_reading.h"
#include "core/search/ranking.h"
#include "core/search/record_reader.h"
#include "core/search/searcher.h"

#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace wespol {

class Searcher::Session {
  public:
    Session(std::shared_ptr<const IndexSnapshot> snapshot, Day today, Language language,
            Deadline deadline)
        : snapshot_(std::move(snapshot)),
          database_(snapshot_->open_database()),
          deadline_(deadline),
          matcher_(database_, deadline),
          names_(database_),
          records_(database_, snapshot_->columns()),
          today_(today),
          language_(language) {}

    /// What was remembered for the request before: neither memory nor bounds are shared.
    void forget() {
        matcher_.forget();
        names_.forget();
    }

    SearchResponse search(const SearchRequest& request) const;
    ProductResponse search_products(const SearchRequest& request) const;
    CertificateResponse search_certificates(const SearchRequest& request) const;
    void visit(const SearchRequest& request, const EntityVisitor& visitor) const;
    void visit_certificates(const SearchRequest& request, const CertificateVisitor& visitor) const;
    ResultPlaces places(const SearchRequest& request) const;
    CertificateResponse certificates_of(std::string_view digits,
                                        const SearchRequest& request) const;
    std::optional<EntityRecord> entity(std::string_view id, std::optional<Day> as_of) const;
    std::vector<std::string> entity_ids(std::size_t first, std::size_t most) const {
        return records_.ids(DocumentType::entity, first, most);
    }
    std::optional<EntityRecord> entity_alone(std::string_view id, std::optional<Day> as_of) const;
    LegalFacts facts(const Entity& entity, Day day) const;
    std::vector<CertificateHit> certificates_held(const Entity& entity, Day day) const;
    CpvOverview cpv_overview() const;
    CpvRecord cpv(std::string_view code, std::optional<Day> as_of) const;
    CpvFinding find_cpv(std::string_view text) const;

  private:
    const Columns& columns() const { return snapshot_->columns(); }
    ReadIndex read_index() const { return {database_, columns(), deadline_}; }
    DocSet nothing() const { return DocSet(columns().last_document()); }
    Day day_of(const SearchRequest& request) const { return request.as_of.value_or(today_); }

    /// A query that was read: the request spelled out, its words as a tree, and what they match.
    struct ReadQuery {
        QueryReading reading;
        ParsedQuery parsed;
        DocSet found;  ///< of the type asked for, whatever the filters and wherever they are
        std::optional<std::string> corrected;  ///< the whole text, where it is not the one typed
        bool is_of_kin = false;                ///< nearest concepts stand for those of the words

        const SearchRequest& request() const { return reading.spelled_out; }
        const QueryTree& tree() const { return parsed.tree; }
    };

    /// A search of entities as far as pages and files have it in common.
    struct FoundEntities {
        ReadQuery query;
        FacetBuilder facets;
        std::vector<FacetSelection> selections;
        FacetCounts counts;
    };
    FoundEntities find_entities(const SearchRequest& asked) const;
    SearchResponse head(const SearchRequest& asked, const FoundEntities& found) const;
    /// How many nothing but the status asked for leaves out, though the sources do not settle
    /// whether they had it on that day.
    std::size_t unsettled_statuses(const FoundEntities& found) const;
    void note_unsettled_statuses(const FoundEntities& found, Understood& understood) const;

    struct FoundCertificates {
        ReadQuery query;
        DocSet documents;
    };
    FoundCertificates find_certificates(const SearchRequest& asked) const;

    /// Without looking for what matches.
    ReadQuery understand(const SearchRequest& asked,
                         PlaceReading places = PlaceReading::strict) const;
    ReadQuery read(const SearchRequest& asked, DocumentType type,
                   PlaceReading places = PlaceReading::strict) const;
    bool is_far_rarer(const ConceptCode& group, const std::vector<ConceptCode>& named) const;
    QueryTree with_addresses(QueryTree tree) const;
    void leave_out_needless(ParsedQuery& parsed) const;
    ReadQuery read_place_or_words(const SearchRequest& asked) const;
    std::optional<ReadQuery> read_leniently(const SearchRequest& asked) const;
    bool finds_around(const ReadQuery& query) const;
    /// In the place or the areas that the words name; anywhere where they name none.
    bool finds_there(const ReadQuery& query) const;
    std::optional<ReadQuery> with_near_concepts(const ReadQuery& query) const;
    void widen(ReadQuery& query) const;
    /// Without the parts that mean nothing for the records in question.
    ReadQuery read_and_correct(SearchRequest asked, std::initializer_list<ReadingPart> without,
                               DocumentType type) const;
    /// `asked` with its text corrected, where `query`, which is it as typed, matches nothing.
    std::optional<SearchRequest> corrected(const SearchRequest& asked, const ReadQuery& query,
                                           DocumentType type) const;
    QueryCorrector corrector(const SearchRequest& asked, DocumentType type) const;
    void offer_correction(SearchResponse& response) const;
    /// What is found before any facet chooses: by the words, the CPV codes and the circle.
    DocSet before_facets(const ReadQuery& query) const;
    FacetCounts count(const ReadQuery& query, const std::vector<FacetSelection>& selections) const;
    Understood understood(const ReadQuery& query) const;
    void note_left_out(const QueryTree& tree, Understood& understood) const;
    void note_words_of_nobody(const QueryTree& tree, Understood& understood) const;
    ResultPlace place_of(const PlaceGroup& group) const;
    DocSet within(const DocSet& documents, const NearPlace& near) const;
    bool is_any_within(const DocSet& documents, const NearPlace& near) const;
    /// The suppliers among `documents` by how they meet the code.
    CpvCounts cpv_counts(const CpvMatches& matches, const DocSet& documents) const;
    /// Codes of the filter and of the words, over the results.
    std::vector<UnderstoodCpv> understood_cpv(const ReadQuery& query, const DocSet& results) const;
    /// The first of them by name, those that no longer work last.
    std::vector<Hit> first_by_name(const DocSet& documents, Day day) const;
    DocSet certified_among(const DocSet& documents, Day day) const;
    /// Codes whose own names have all the words.
    std::vector<std::string> cpv_named_with(const std::vector<Lemmas>& words) const;
    DocSet in_chosen_state(const DocSet& certificates, const SearchRequest& request) const;
    std::optional<CertificateState> state_of(const DocSet& certificates, Day day) const;

    /// `highlighter`: null = without what it would mark.
    Hit hit(const ScoredDocument& scored, const SearchRequest& request,
            const Highlighter* highlighter) const;
    /// `hits` are those of `page`, which was ordered by relevance.
    void add_explanations(const ReadQuery& query, const std::vector<ScoredDocument>& page,
                          std::vector<Hit>& hits) const;
    ProductHit product_hit(DocId document) const;
    CertificateHit certificate_hit(DocId document, Day day) const;
    std::vector<std::string> statuses_on(DocId document, Day day) const;
    std::vector<std::string> brands_of(DocId document) const;

    /// A list's answer without its hits.
    template <class AnyHit>
    ListResponse<AnyHit> list_head(const ReadQuery& query, const DocSet& documents) const;

    /// `make_hit(document)` gives the hit without its snippet and score.
    template <class AnyHit, class MakeHit>
    ListResponse<AnyHit> list(const ReadQuery& query, const DocSet& documents,
                              MakeHit make_hit) const;

    std::shared_ptr<const IndexSnapshot> snapshot_;
    Xapian::Database database_;
    Deadline deadline_;
    DocMatcher matcher_;
    KnownNames names_;
    RecordReader records_;
    Day today_;
    Language language_;
};

}  // namespace wespol
