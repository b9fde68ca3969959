// SPDX-License-Identifier: GPL-3.0-or-later
// The index by rows instead of by terms: for every document its facet values, place and dates, so
// that facets are counted and lists sorted without asking the engine. Read from the posting lists
// and value slots when a snapshot is opened. Documents are numbered as in Xapian (from 1).
// Immutable, thread-safe.
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/index/doc_set.h"
#include "core/index/facet_cache.h"
#include "core/index/intervals.h"
#include "core/index/schema.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace Xapian {
class Database;
}

namespace wespol {

/// The values of one facet: which codes there are, and which of them each document has.
class FacetColumn {
  public:
    using Ordinal = std::uint16_t;

    FacetColumn() = default;
    /// `pairs`: (document, ordinal), in any order, each at most once.
    FacetColumn(std::vector<std::string> codes, DocId last_document,
                std::vector<std::pair<DocId, Ordinal>> pairs);

    const std::vector<std::string>& codes() const { return codes_; }
    std::optional<Ordinal> ordinal(std::string_view code) const;

    /// The ordinals of a document, ascending.
    const Ordinal* begin(DocId document) const { return ordinals_.data() + offsets_[document]; }
    const Ordinal* end(DocId document) const { return ordinals_.data() + offsets_[document + 1]; }

  private:
    std::vector<std::string> codes_;      ///< sorted
    std::vector<std::uint32_t> offsets_;  ///< by document, one more at the end
    std::vector<Ordinal> ordinals_;
};

struct Position {
    double lat = 0, lon = 0;
};

class Columns {
  public:
    Columns() = default;
    explicit Columns(const Xapian::Database& database);

    DocId last_document() const { return last_document_; }

    /// All documents of that type.
    const DocSet& of_type(DocumentType type) const {
        return by_type_[static_cast<std::size_t>(type)];
    }

    /// Entities that no longer work (activity "zakonczony").
    const DocSet& ended() const { return ended_; }

    /// For fields of kind code.
    const FacetColumn& facet(FieldId field) const {
        return facets_[static_cast<std::size_t>(field)];
    }

    /// For computed fields: which documents have which value on that day.
    std::shared_ptr<const FacetColumn> facet_on(FieldId field, Day day) const;

    std::optional<Position> position(DocId document) const { return positions_[document]; }
    std::optional<Day> freshness(DocId document) const { return freshness_[document]; }
    const std::vector<Validity>& validities(DocId document) const { return validities_[document]; }
    const std::vector<StatusSpan>& statuses(DocId document) const { return statuses_[document]; }

  private:
    FacetColumn certificate_states_on(Day day) const;
    FacetColumn statuses_on(Day day) const;

    DocId last_document_ = 0;
    std::array<DocSet, 3> by_type_;
    DocSet ended_;
    std::array<FacetColumn, kFields.size()> facets_;
    std::vector<std::optional<Position>> positions_;
    std::vector<std::optional<Day>> freshness_;
    std::vector<std::vector<Validity>> validities_;
    std::vector<std::vector<StatusSpan>> statuses_;
    std::shared_ptr<FacetCache> by_day_ = std::make_shared<FacetCache>();
};

}  // namespace wespol
