// SPDX-License-Identifier: GPL-3.0-or-later
// Responses of the core → JSON of API v1, its keys and their order (docs: api.md). Knows nothing of
// HTTP or of the index. Cheap to make, one per request; the references must live longer.
#pragma once

#include "core/search/entity_lookup.h"
#include "core/search/search_response.h"

#include <optional>
#include <string>

namespace wespol {

/// One number whose certificates were asked for.
struct CertificateCheck {
    std::string kind;    ///< "nip", "krs" or "regon"
    std::string number;  ///< digits
    Standings entities;  ///< those of that number; none = not in the directory
};

struct EntityComparison;

class JsonRenderer {
  public:
    JsonRenderer(const References& references, Language language)
        : references_(references), language_(language) {}

    std::string search(const SearchResponse& response) const;
    /// One of the hits of these answers, on a line of its own.
    std::string hit(const Hit& hit, bool explain) const;
    std::string certificate_hit(const CertificateHit& hit, Day as_of) const;

    std::string entity(const EntityRecord& record) const;
    /// Each entity as entity() tells it.
    std::string comparison(const EntityComparison& comparison, const std::string& generation,
                           Day as_of) const;
    std::string products(const SearchRequest& request, const ProductResponse& response) const;

    /// `check`: told with the state of that number on the day; null for a search.
    std::string certificates(const SearchRequest& request, const CertificateResponse& response,
                             const std::optional<CertificateCheck>& check) const;

  private:
    const References& references_;
    Language language_;
};

}  // namespace wespol
