// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/ranking.h"

#include "core/catalogue/region.h"
#include "core/index/schema.h"

#include <algorithm>

namespace wespol {
namespace {

/// More than the words of any text can score together, so that a known name comes first.
constexpr double kExactNameWeight = 1000.0;

/// What a record at the place itself gets; it falls to nothing at the edge of the circle. In the
/// usual 25 km a kilometre is worth 20: the words decide between neighbours, never between towns,
/// and an exact name is above both.
constexpr double kNearWeight = 500.0;

/// The documents of a set, scored by their distance from the place if one is asked for.
class DocSetSource final : public Xapian::PostingSource {
  public:
    DocSetSource(const DocSet& documents, const std::optional<Nearness>& nearness)
        : documents_(documents), count_(documents.count()), nearness_(nearness) {}

    Xapian::doccount get_termfreq_min() const override {
        return static_cast<Xapian::doccount>(count_);
    }
    Xapian::doccount get_termfreq_est() const override {
        return static_cast<Xapian::doccount>(count_);
    }
    Xapian::doccount get_termfreq_max() const override {
        return static_cast<Xapian::doccount>(count_);
    }
    void init(const Xapian::Database&) override {
        set_maxweight(nearness_ ? kNearWeight : 0.0);
        document_ = 0;
        started_ = false;
    }
    void next(double) override {
        document_ = documents_.next(started_ ? document_ + 1 : 1);
        started_ = true;
    }
    void skip_to(Xapian::docid document, double) override {
        if (started_ && (document_ == 0 || document_ >= document)) return;
        document_ = documents_.next(document);
        started_ = true;
    }
    double get_weight() const override {
        if (!nearness_) return 0.0;
        const auto position = nearness_->columns.position(document_);
        if (!position) return 0.0;
        const NearPlace& place = nearness_->place;
        const double km = distance_km(place.lat, place.lon, position->lat, position->lon);
        return kNearWeight * std::max(0.0, 1.0 - km / place.radius_km);
    }
    bool at_end() const override { return started_ && document_ == 0; }
    Xapian::docid get_docid() const override { return document_; }
    std::string get_description() const override { return "DocSetSource"; }

  private:
    const DocSet& documents_;
    std::size_t count_;
    const std::optional<Nearness>& nearness_;
    DocId document_ = 0;
    bool started_ = false;
};

/// A record that is filed under the concept, or mentions it, without a word of the query: below
/// any that has the word in its offer.
constexpr double kFiledUnderWeight = 4.0;
constexpr double kMentionsWeight = 2.0;

/// The same score for every document that has the term.
Xapian::Query fixed_score(const std::string& term, double weight) {
    auto* source = new Xapian::FixedWeightPostingSource(weight);
    return {Xapian::Query::OP_FILTER, Xapian::Query(source->release()), Xapian::Query(term)};
}

Xapian::Query in_field(const Field& field, const Xapian::Query& query) {
    return Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, query, field.weight);
}

Xapian::Query scoring(const QueryWord& word) {
    std::vector<Xapian::Query> fields;
    for (const Field& field : kFields) {
        if (field.kind != FieldKind::text) continue;
        std::vector<Xapian::Query> forms{Xapian::Query(surface_term(field, word.surface))};
        for (const std::string& lemma : word.lemmas)
            forms.emplace_back(lemma_term(field, lemma));
        fields.push_back(in_field(field, {Xapian::Query::OP_SYNONYM, forms.begin(), forms.end()}));
    }
    return {Xapian::Query::OP_OR, fields.begin(), fields.end()};
}

Xapian::Query scoring(const QueryPhrase& phrase) {
    std::vector<Xapian::Query> fields;
    for (const Field& field : kFields) {
        if (field.kind != FieldKind::text) continue;
        std::vector<std::string> terms;
        for (const std::string& surface : phrase.surfaces)
            terms.push_back(surface_term(field, surface));
        fields.push_back(in_field(field, {Xapian::Query::OP_PHRASE, terms.begin(), terms.end(),
                                          static_cast<Xapian::termcount>(terms.size())}));
    }
    return {Xapian::Query::OP_OR, fields.begin(), fields.end()};
}

/// The number of an organisation either is the document's or it is not: it scores nothing. A CPV
/// code is also met by broader and narrower ones: whoever does exactly this comes first.
Xapian::Query scoring(const QueryIdentifier& identifier) {
    std::vector<Xapian::Query> exact;
    for (const Identifier& each : identifier.readings) {
        if (each.kind != IdentifierKind::cpv) continue;
        const std::string mentioned = mention_code({FieldId::cpv, each.digits});
        exact.push_back(fixed_score(code_term(FieldId::cpv, each.digits), kFiledUnderWeight));
        exact.push_back(fixed_score(code_term(FieldId::mentions, mentioned), kMentionsWeight));
    }
    return {Xapian::Query::OP_OR, exact.begin(), exact.end()};
}

bool is_scored(const QueryIdentifier& identifier) {
    return std::any_of(identifier.readings.begin(), identifier.readings.end(),
                       [](const Identifier& each) { return each.kind == IdentifierKind::cpv; });
}

Xapian::Query scoring(const QueryConcept& named) {
    std::vector<Xapian::Query> alternatives;
    for (const QueryWord& word : named.words)
        alternatives.push_back(scoring(word));
    for (const ConceptCode& each : named.concepts) {
        alternatives.push_back(fixed_score(code_term(each.field, each.code), kFiledUnderWeight));
        alternatives.push_back(
            fixed_score(code_term(FieldId::mentions, mention_code(each)), kMentionsWeight));
    }
    return {Xapian::Query::OP_OR, alternatives.begin(), alternatives.end()};
}

}  // namespace

bool can_rank(const QueryTree& tree) {
    return std::any_of(tree.clauses.begin(), tree.clauses.end(), [](const QueryClause& clause) {
        const auto* identifier = std::get_if<QueryIdentifier>(&clause.what);
        return !clause.excluded && (!identifier || is_scored(*identifier));
    });
}

Xapian::Query ranking_query(const QueryTree& tree) {
    std::vector<Xapian::Query> clauses;
    for (const QueryClause& clause : tree.clauses)
        if (!clause.excluded)
            clauses.push_back(
                std::visit([](const auto& what) { return scoring(what); }, clause.what));
    return {Xapian::Query::OP_OR, clauses.begin(), clauses.end()};
}

std::vector<ScoredDocument> rank(const Xapian::Database& database, const QueryTree& tree,
                                 const std::optional<Nearness>& nearness, const DocSet& among,
                                 std::size_t first, std::size_t limit) {
    const Xapian::Query exact_name =
        fixed_score(code_term(FieldId::exact_name, tree.whole_text_folded), kExactNameWeight);
    DocSetSource source(among, nearness);
    // The documents decide, words and distance only score: what matched exactly is never lost to a ranking.
    const Xapian::Query query(Xapian::Query::OP_AND_MAYBE, Xapian::Query(&source),
                              Xapian::Query(Xapian::Query::OP_OR, ranking_query(tree), exact_name));

    Xapian::Enquire enquire(database);
    enquire.set_query(query);
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    const Xapian::MSet hits = enquire.get_mset(static_cast<Xapian::doccount>(first),
                                               static_cast<Xapian::doccount>(limit));
    std::vector<ScoredDocument> scored;
    scored.reserve(hits.size());
    for (auto hit = hits.begin(); hit != hits.end(); ++hit)
        scored.push_back({*hit, hit.get_weight()});
    return scored;
}

}  // namespace wespol
