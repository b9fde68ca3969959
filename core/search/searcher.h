// SPDX-License-Identifier: GPL-3.0-or-later
// Requests → responses over one snapshot. Cheap to make: one per request, used by one thread.
// Throws Error(environment) when the index cannot be read, never an empty answer instead, and
// OutOfTime when the deadline is over before hits are found.
#pragma once

#include "core/catalogue/calendar.h"
#include "core/catalogue/vocabulary.h"
#include "core/search/cpv_response.h"
#include "core/search/deadline.h"
#include "core/search/result_places.h"
#include "core/search/search_request.h"
#include "core/search/search_response.h"
#include "core/search/visitor.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

class IndexSnapshot;

class Searcher {
  public:
    /// `today` is the day for requests that name none.
    Searcher(std::shared_ptr<const IndexSnapshot> snapshot, Day today, Language language,
             Deadline deadline = {});

    SearchResponse search(const SearchRequest& request) const;

    /// Only text, day, page and page size of the request count; for certificates also the filter
    /// by their state on the day.
    ProductResponse search_products(const SearchRequest& request) const;
    CertificateResponse search_certificates(const SearchRequest& request) const;

    /// All hits of the same search, whatever the page and its size. The visitor may ask this
    /// searcher for `facts` and `certificates_held`, and for nothing else.
    void visit(const SearchRequest& request, const EntityVisitor& visitor) const;
    void visit_certificates(const SearchRequest& request, const CertificateVisitor& visitor) const;

    /// Where all hits of the same search are.
    ResultPlaces places(const SearchRequest& request) const;

    /// Certificates held by entities with that NIP, KRS or REGON (digits), and their state. Only
    /// day, page and page size of the request count.
    CertificateResponse certificates_of(std::string_view identifier_digits,
                                        const SearchRequest& request) const;

    /// Ids of all entities in their own order, from the `first` one (0, 1, …).
    std::vector<std::string> entity_ids(std::size_t first, std::size_t most) const;

    /// Null when there is no entity of that id.
    std::optional<EntityRecord> entity(std::string_view id, std::optional<Day> as_of) const;

    /// The same without what stands around it (products, units, similar ones): for long lists.
    std::optional<EntityRecord> entity_alone(std::string_view id, std::optional<Day> as_of) const;

    /// Of an entity of this snapshot: the same as in its EntityRecord, without all the rest.
    LegalFacts facts(const Entity& entity, Day day) const;

    /// Of an entity of this snapshot, newest first, those of unknown date last.
    std::vector<CertificateHit> certificates_held(const Entity& entity, Day day) const;

    /// Every CPV code of the vocabulary with its suppliers.
    CpvOverview cpv_overview() const;

    /// Of any CPV code of 8 digits.
    CpvRecord cpv(std::string_view code, std::optional<Day> as_of) const;

    /// CPV codes that the words name: by the sectors they mean, and by the codes' own names.
    CpvFinding find_cpv(std::string_view text) const;

    ~Searcher();
    Searcher(const Searcher&) = delete;
    Searcher& operator=(const Searcher&) = delete;

  private:
    class Session;  ///< keeps xapian.h out of this header
    std::unique_ptr<Session> session_;
};

}  // namespace wespol
