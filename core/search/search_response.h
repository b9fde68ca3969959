// SPDX-License-Identifier: GPL-3.0-or-later
// The answer to a SearchRequest, complete and neutral: HTML and JSON are two views of it.
// Knows nothing of HTML, JSON, HTTP or Xapian. Plain values.
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/catalogue/certificate_state.h"
#include "core/catalogue/legal_facts.h"
#include "core/search/score_part.h"
#include "core/search/search_request.h"
#include "core/search/similar_entity.h"

#include <optional>
#include <string>
#include <vector>

namespace wespol {

/// A stretch of text, marked where it matched the query.
struct TextRun {
    std::string text;
    bool is_match = false;
    friend bool operator==(const TextRun&, const TextRun&) = default;
};
using HighlightedText = std::vector<TextRun>;

struct FacetValue {
    std::string code;
    std::string label;
    std::size_t count = 0;  ///< the total if this value alone were chosen in its facet
    bool selected = false;
};

struct Facet {
    FieldId field;
    std::string label;
    /// Selected first, then by count, then by label. Of a short facet also those that find nothing.
    std::vector<FacetValue> values;
};

/// Words of the query that were taken for a value of a vocabulary or of the region's tables.
struct UnderstoodConcept {
    std::string words;  ///< as typed; of a concept folded
    FieldId field = FieldId::industry;
    std::string code;
    std::string label;
    std::string rest = {};  ///< of a concept: the text searched for without its words
};

/// Each label once, between commas: "obiady" names two sectors.
std::string labels_of(const std::vector<UnderstoodConcept>& concepts);

/// Where is looked: asked for by parameter or read out of the words.
struct UnderstoodPlace {
    NearPlace near;
    std::string words;              ///< as typed; "" when only a parameter says it
    std::vector<NearPlace> others;  ///< further places of that name, at most kMaxOtherPlaces
    std::vector<NearPlace> also;    ///< what else the words name; not looked around
    bool is_widened = false;        ///< the usual circle was empty, and nobody said how far
};
inline constexpr std::size_t kMaxOtherPlaces = 5;

/// The day certificates and statuses are told for, read out of the words.
struct UnderstoodDay {
    Day day{};
    std::string words;  ///< as typed
};

/// Results by how the codes of their sectors stand to a CPV code; each in one group, the nearest.
struct CpvCounts {
    std::size_t exact = 0;
    std::size_t broader = 0;    ///< through a broader code
    std::size_t narrower = 0;   ///< through a narrower code
    std::size_t mentioned = 0;  ///< of all: not by a sector, by their own words only

    std::size_t total() const { return exact + broader + narrower; }
};

/// A CPV code that the words or a filter name, and how the results meet it.
struct UnderstoodCpv {
    std::string code;                  ///< 8 digits
    std::optional<std::string> label;  ///< null where the vocabulary has none
    CpvCounts results;
};

/// What the query text was taken to mean.
struct Understood {
    std::string text;  ///< the words searched for, without those of place, day and state
    std::vector<UnderstoodConcept> concepts;
    std::optional<UnderstoodPlace> place;
    std::vector<UnderstoodConcept> areas;  ///< counties, municipalities, subregions
    std::string region_words;              ///< that say the whole region; "" when none do
    std::optional<UnderstoodDay> day;
    std::vector<UnderstoodConcept> states;  ///< of the certificate, and statuses
    std::vector<std::string> identifiers;   ///< "NIP 7781346888", …
    std::vector<UnderstoodCpv> cpv;         ///< also those of the filter
    std::vector<std::string> ignored;  ///< parts not searched for: cut, too many, only punctuation
    std::vector<Wording> notes;        ///< wrong numbers and days, what is left open
    /// The whole text that is searched for instead, as nothing matches the one typed; all else
    /// here is of this one.
    std::optional<std::string> corrected;
};

struct Hit {
    Entity entity;
    CertificateState certificate_state = CertificateState::never;
    std::vector<std::string> statuses;  ///< codes held on the day
    std::vector<std::string> brands;    ///< codes
    std::optional<double> distance_km;
    HighlightedText name;
    HighlightedText snippet;
    double score = 0;
    std::vector<ScorePart> explanation;  ///< sums to the score; only where the request asks for it
};

struct ProductHit {
    Product product;
    std::optional<std::string> maker_name;
    HighlightedText snippet;
    double score = 0;
};

struct CertificateHit {
    Certificate certificate;
    Validity validity;
    CertificateState state = CertificateState::never;
    HighlightedText snippet;
    double score = 0;
};

/// Another search, with what it would find.
struct Relaxation {
    std::string label;
    SearchRequest request;
    std::size_t total = 0;
};

struct SearchResponse {
    SearchRequest request;      ///< as asked
    SearchRequest spelled_out;  ///< as searched: what its words say is in its conditions
    std::string generation;
    Day as_of{};
    SortOrder sort = SortOrder::name;  ///< the one in force
    std::size_t total = 0;
    std::size_t ended_total = 0;  ///< of them no longer active; they come last
    Understood understood;
    std::vector<Hit> hits;
    std::vector<Facet> facets;
    std::vector<Relaxation> relaxations;
};

template <class AnyHit>
struct ListResponse {
    std::string generation;
    Day as_of{};
    std::size_t total = 0;
    Understood understood;
    std::vector<AnyHit> hits;
};
using ProductResponse = ListResponse<ProductHit>;

struct CertificateResponse : ListResponse<CertificateHit> {
    /// Of a check: the state on the day by all its certificates; null when none is known.
    std::optional<CertificateState> state;
};

/// One entity with all that belongs to it.
struct EntityRecord {
    std::string generation;
    Day as_of{};
    Entity entity;
    CertificateState certificate_state = CertificateState::never;
    LegalFacts facts;                          ///< on the day
    std::vector<std::string> statuses;         ///< codes held on the day
    std::vector<CertificateHit> certificates;  ///< newest first
    std::vector<Product> products;             ///< made by it
    std::vector<Product>
        candidate_products;  ///< it may be the maker; the source does not settle it
    std::vector<std::string> brands;
    std::optional<Entity> operated_by;  ///< the operator, when it is in the directory
    std::vector<Entity> units;          ///< entities it operates
    std::vector<SimilarEntity> similar;
};

}  // namespace wespol
