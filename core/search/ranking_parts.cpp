// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/ranking_parts.h"

#include "core/index/schema.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace wespol {
namespace {

/// More than the words of any text can score together, so that a known name comes first.
constexpr double kExactNameWeight = 1000.0;

/// A record that is filed under the concept, or mentions it, without a word of the query: below
/// any that has the word in its offer. Who has it in the name and mentions it so comes before who
/// is only filed under it; who offers it, before who only tells of it.
constexpr double kFiledUnderWeight = 4.0;
constexpr double kMentionsWeight = 2.0;
constexpr double kNamedAfterWeight = 3.0;
constexpr double kOfferedWeight = 1.0;
/// What is near to the concept, where nobody near does the thing itself.
constexpr double kKinWeight = 1.0;

/// Neighbours: with at most one word between them.
constexpr Xapian::termcount kNeighbourWindow = 3;
/// Of what words in the order of the query add, when they stand the other way round.
constexpr double kInAnyOrder = 0.5;
/// Where both words are more frequent than this, being neighbours says little and costs much: two
/// microseconds for each record that has both.
constexpr Xapian::doccount kMostNeighbours = 500;

/// A plain word of the query and how it was typed.
struct PlainWord {
    const QueryWord* word;
    std::string written;
};

/// The words of a concept's clause as typed, one by one.
std::vector<PlainWord> plain_words(const QueryConcept& named, const std::string& written) {
    std::vector<PlainWord> words;
    std::size_t begin = 0;
    for (const QueryWord& word : named.words) {
        const std::size_t end = std::min(written.find(' ', begin), written.size());
        words.push_back({&word, begin < end ? written.substr(begin, end - begin) : word.surface});
        begin = std::min(end + 1, written.size());
    }
    return words;
}

std::vector<PlainWord> plain_words(const QueryClause& clause) {
    if (clause.excluded) return {};
    if (const auto* word = std::get_if<QueryWord>(&clause.what)) return {{word, clause.written}};
    if (const auto* named = std::get_if<QueryConcept>(&clause.what))
        return plain_words(*named, clause.written);
    std::vector<PlainWord> words;
    if (const auto* any = std::get_if<QueryAlternatives>(&clause.what))
        for (std::size_t i = 0; i < any->choices.size(); ++i)
            for (PlainWord& word : plain_words(any->choices[i], any->written[i]))
                words.push_back(std::move(word));
    return words;
}

Xapian::Query in_field(const Field& field, const Xapian::Query& query) {
    return Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, query, field.weight);
}

/// One call of ranking_parts.
class PartCollector {
  public:
    PartCollector(const Xapian::Database& database, const QueryTree& tree) : database_(database) {
        for (const QueryClause& clause : tree.clauses) {
            if (clause.excluded) continue;
            for (const PlainWord& word : plain_words(clause))
                add_word(word);
            if (const auto* phrase = std::get_if<QueryPhrase>(&clause.what))
                add_phrase(*phrase, clause.written);
            if (const auto* named = std::get_if<QueryConcept>(&clause.what))
                add_concepts(*named, clause.written);
            if (const auto* any = std::get_if<QueryAlternatives>(&clause.what))
                for (std::size_t i = 0; i < any->choices.size(); ++i)
                    add_concepts(any->choices[i], any->written[i]);
            if (const auto* identifier = std::get_if<QueryIdentifier>(&clause.what))
                add_cpv(*identifier, clause.written);
        }
        add_neighbours(tree);
        if (!tree.whole_text_folded.empty()) add_exact_name(tree.whole_text_folded);
    }

    std::vector<RankingPart> take() { return std::move(parts_); }

  private:
    void add(ScoreSource source, const std::string& text, FieldId field, std::string code,
             Xapian::Query query) {
        parts_.push_back({{source, text, field, std::move(code), 0}, std::move(query)});
    }

    void add_word(const PlainWord& plain) {
        for (const Field& field : kFields) {
            if (field.kind != FieldKind::text || !is_searched_for(field, *plain.word)) continue;
            std::vector<Xapian::Query> forms{
                Xapian::Query(surface_term(field, plain.word->surface))};
            if (field.id == FieldId::address &&
                !database_.term_exists(surface_term(field, plain.word->surface)))
                continue;
            if (field.id != FieldId::address)
                for (const std::string& lemma : plain.word->lemmas)
                    forms.emplace_back(lemma_term(field, lemma));
            add(ScoreSource::word, plain.written, field.id, "",
                in_field(field, {Xapian::Query::OP_SYNONYM, forms.begin(), forms.end()}));
        }
    }

    void add_phrase(const QueryPhrase& phrase, const std::string& written) {
        for (const Field& field : kFields) {
            if (field.kind != FieldKind::text) continue;
            std::vector<std::string> terms;
            for (const std::string& surface : phrase.surfaces)
                terms.push_back(surface_term(field, surface));
            add(ScoreSource::phrase, written, field.id, "",
                in_field(field, {Xapian::Query::OP_PHRASE, terms.begin(), terms.end(),
                                 static_cast<Xapian::termcount>(terms.size())}));
        }
    }

    void add_concepts(const QueryConcept& named, const std::string& written) {
        for (const ConceptCode& each : named.concepts)
            add_concept(each, written);
        for (const ConceptCode& each : named.kin)
            add(ScoreSource::mentions, written, each.field, each.code,
                fixed_score(Xapian::Query(code_term(FieldId::mentions, mention_code(each))),
                            kKinWeight));
    }

    void add_concept(const ConceptCode& named, const std::string& written) {
        add(ScoreSource::filed_under, written, named.field, named.code,
            fixed_score(Xapian::Query(code_term(named.field, named.code)), kFiledUnderWeight));
        add(ScoreSource::mentions, written, named.field, named.code,
            fixed_score(Xapian::Query(code_term(FieldId::mentions, mention_code(named))),
                        kMentionsWeight));
        add(ScoreSource::offered, written, named.field, named.code,
            fixed_score(Xapian::Query(code_term(FieldId::offered, mention_code(named))),
                        kOfferedWeight));
        add(ScoreSource::named_after, written, named.field, named.code,
            fixed_score(Xapian::Query(code_term(FieldId::named_after, mention_code(named))),
                        kNamedAfterWeight));
    }

    /// The number of an organisation either is the document's or it is not: it scores nothing. A
    /// CPV code is also met by broader and narrower ones: whoever does exactly this comes first.
    void add_cpv(const QueryIdentifier& identifier, const std::string& written) {
        for (const Identifier& each : identifier.readings)
            if (each.kind == IdentifierKind::cpv) add_concept({FieldId::cpv, each.digits}, written);
    }

    void add_neighbours(const QueryTree& tree) {
        std::vector<PlainWord> before;
        for (const QueryClause& clause : tree.clauses) {
            std::vector<PlainWord> words = plain_words(clause);
            if (words.empty()) before.clear();
            for (PlainWord& word : words) {
                if (!before.empty()) add_side_by_side(before.back(), word);
                before = {std::move(word)};
            }
        }
    }

    /// Neighbours in the record too, in any of their forms.
    void add_side_by_side(const PlainWord& left, const PlainWord& right) {
        if (left.word->surface == right.word->surface) return;
        for (const NeighbourField& each : kNeighbourFields) {
            const Forms left_forms = forms(field(each.field), *left.word);
            const Forms right_forms = forms(field(each.field), *right.word);
            const Xapian::doccount most = std::min(left_forms.records, right_forms.records);
            if (most == 0 || most > kMostNeighbours) continue;
            const std::array words{left_forms.query, right_forms.query};
            const auto neighbours = [&](Xapian::Query::op order, double part) {
                return fixed_score({order, words.begin(), words.end(), kNeighbourWindow},
                                   each.weight * part);
            };
            add(ScoreSource::side_by_side, left.written + " " + right.written, each.field, "",
                {Xapian::Query::OP_OR, neighbours(Xapian::Query::OP_NEAR, kInAnyOrder),
                 neighbours(Xapian::Query::OP_PHRASE, 1 - kInAnyOrder)});
        }
    }

    struct Forms {
        Xapian::Query query;
        Xapian::doccount records = 0;  ///< that have the most frequent of them
    };

    Forms forms(const Field& field, const QueryWord& word) const {
        std::vector<std::string> terms{surface_term(field, word.surface)};
        for (const std::string& lemma : word.lemmas)
            terms.push_back(lemma_term(field, lemma));
        Forms found;
        for (const std::string& term : terms)
            found.records = std::max(found.records, database_.get_termfreq(term));
        found.query = {Xapian::Query::OP_OR, terms.begin(), terms.end()};
        return found;
    }

    void add_exact_name(const std::string& name) {
        add(ScoreSource::exact_name, name, FieldId::name, "",
            fixed_score(Xapian::Query(code_term(FieldId::exact_name, name)), kExactNameWeight));
    }

    const Xapian::Database& database_;
    std::vector<RankingPart> parts_;
};

}  // namespace

Xapian::Query fixed_score(const Xapian::Query& filter, double weight) {
    auto* source = new Xapian::FixedWeightPostingSource(weight);
    // The filter first, and not OP_FILTER: behind a posting source Xapian 1.4 does not look at
    // positions where the query is only checked, so that NEAR lets through what is not near.
    return {Xapian::Query::OP_AND, Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, filter, 0.0),
            Xapian::Query(source->release())};
}

std::vector<RankingPart> ranking_parts(const Xapian::Database& database, const QueryTree& tree) {
    return PartCollector(database, tree).take();
}

}  // namespace wespol
