// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/doc_matcher.h"

#include "core/index/schema.h"
#include "core/search/doc_set_source.h"

#include <algorithm>
#include <string_view>
#include <type_traits>

#include <fmt/format.h>

namespace wespol {
namespace {

/// Documents of `among` in which the terms stand one after another. Asked of Xapian: it reads the
/// places of words five times as fast as it gives them out.
std::vector<DocId> with_phrase(const Xapian::Database& database, const DocSet& among,
                               const std::vector<std::string>& terms, const Deadline& deadline) {
    const std::optional<Nearness> nowhere;
    DocSetSource source(among, nowhere, deadline);
    const Xapian::Query phrase(Xapian::Query::OP_PHRASE, terms.begin(), terms.end(),
                               static_cast<Xapian::termcount>(terms.size()));
    Xapian::Enquire enquire(database);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(Xapian::Query(Xapian::Query::OP_AND, Xapian::Query(&source), phrase));
    const Xapian::MSet matches = enquire.get_mset(0, source.get_termfreq_max());
    return {matches.begin(), matches.end()};
}

}  // namespace

DocMatcher::DocMatcher(const Xapian::Database& database, Deadline deadline)
    : database_(database), deadline_(deadline), last_document_(database.get_lastdocid()) {}

void DocMatcher::add_postings(const std::string& term, DocSet& into) const {
    for (auto posting = database_.postlist_begin(term); posting != database_.postlist_end(term);
         ++posting) {
        deadline_.step();
        into.add(*posting);
    }
}

DocSet DocMatcher::match(const QueryWord& word) const {
    DocSet found(last_document_);
    for (const Field& field : kFields) {
        if (field.kind != FieldKind::text || !is_searched_for(field, word)) continue;
        add_postings(surface_term(field, word.surface), found);
        if (field.id == FieldId::address) continue;  // kept as written
        for (const std::string& lemma : word.lemmas)
            add_postings(lemma_term(field, lemma), found);
    }
    return found;
}

DocSet DocMatcher::with_words_of(const QueryPhrase& phrase, const Field& field) const {
    DocSet found = DocSet::all(last_document_);
    for (const std::string& surface : phrase.surfaces) {
        DocSet with_word(last_document_);
        add_postings(surface_term(field, surface), with_word);
        found &= with_word;
    }
    return found;
}

DocSet DocMatcher::with_words_of(const QueryPhrase& phrase) const {
    DocSet found(last_document_);
    for (const Field& field : kFields)
        if (field.kind == FieldKind::text) found |= with_words_of(phrase, field);
    return found;
}

bool DocMatcher::has_word(const QueryWord& word) const {
    return std::any_of(kFields.begin(), kFields.end(), [&](const Field& field) {
        if (field.kind != FieldKind::text || field.id == FieldId::address) return false;
        return database_.term_exists(surface_term(field, word.surface)) ||
               std::any_of(word.lemmas.begin(), word.lemmas.end(), [&](const std::string& lemma) {
                   return database_.term_exists(lemma_term(field, lemma));
               });
    });
}

DocSet DocMatcher::match(const QueryPhrase& phrase, DocSet among) const {
    DocSet found(last_document_);
    for (const Field& field : kFields) {
        if (field.kind != FieldKind::text) continue;
        std::vector<std::string> terms;
        for (const std::string& surface : phrase.surfaces)
            terms.push_back(surface_term(field, surface));
        for (const DocId document : with_phrase(database_, among, terms, deadline_))
            found.add(document);
        among -= found;
    }
    return found;
}

DocMatcher::CodeDocuments DocMatcher::with_terms(const std::string& prefix,
                                                 std::string_view beginning) const {
    CodeDocuments found;
    const std::string begins = prefix + std::string(beginning);
    for (auto term = database_.allterms_begin(begins); term != database_.allterms_end(begins);
         ++term) {
        found.emplace_back((*term).substr(prefix.size()), DocSet(last_document_));
        add_postings(*term, found.back().second);
    }
    return found;
}

const DocMatcher::DivisionDocuments& DocMatcher::of_division(std::string_view division) const {
    const auto known = divisions_.find(division);
    if (known != divisions_.end()) return known->second;
    DivisionDocuments found{
        with_terms(code_term(FieldId::cpv, ""), division),
        with_terms(code_term(FieldId::mentions, mention_code({FieldId::cpv, ""})), division)};
    return divisions_.emplace(division, std::move(found)).first->second;
}

CpvMatches DocMatcher::cpv_matches(const std::string& code) const {
    const DocSet nothing(last_document_);
    const auto by_relation = [&](const CodeDocuments& codes) {
        std::array<DocSet, kCpvRelations.size()> sets{nothing, nothing, nothing};
        for (const auto& [each, documents] : codes)
            if (const CpvRelation relation = cpv_relation(each, code);
                relation != CpvRelation::none)
                sets[static_cast<std::size_t>(relation)] |= documents;
        return sets;
    };
    const DivisionDocuments& division = of_division(cpv_division(code));
    CpvMatches found{by_relation(division.bought_under), nothing};
    auto& [exact, broader, narrower] = found.by_relation;
    // Who writes of the broader trade alone does not write of this one.
    auto [says_so, says_broader, says_narrower] = by_relation(division.mentioned);

    says_so -= exact;
    exact |= says_so;
    broader -= exact;
    narrower -= exact;
    narrower -= broader;
    says_narrower -= exact;
    says_narrower -= broader;
    says_narrower -= narrower;
    narrower |= says_narrower;
    found.mentioned = std::move(says_so);
    found.mentioned |= says_narrower;
    return found;
}

DocSet CpvMatches::all() const {
    DocSet any = by_relation.front();
    for (const DocSet& each : by_relation)
        any |= each;
    return any;
}

DocSet DocMatcher::match_cpv(const std::vector<std::string>& codes) const {
    DocSet found(last_document_);
    for (const std::string& code : codes)
        found |= cpv_matches(code).all();
    return found;
}

DocSet DocMatcher::match_code(FieldId field, std::string_view code) const {
    DocSet found(last_document_);
    add_postings(code_term(field, code), found);
    return found;
}

DocSet DocMatcher::match_identifier(const Identifier& identifier) const {
    if (identifier.kind == IdentifierKind::cpv) return match_cpv({identifier.digits});
    DocSet found(last_document_);
    // A local unit's REGON has its parent's nine digits first: compared on these.
    const std::string digits = identifier.kind == IdentifierKind::regon
                                   ? identifier.digits.substr(0, 9)
                                   : identifier.digits;
    add_postings(
        code_term(FieldId::identifier, fmt::format("{}:{}", code(identifier.kind), digits)), found);
    return found;
}

DocSet DocMatcher::match(const QueryIdentifier& identifier) const {
    DocSet found(last_document_);
    for (const Identifier& reading : identifier.readings)
        found |= match_identifier(reading);
    return found;
}

DocSet DocMatcher::match(const QueryConcept& named) const {
    DocSet found(last_document_);
    if (!named.words.empty()) found = match(named.words.front());
    for (std::size_t i = 1; i < named.words.size(); ++i)
        found &= match(named.words[i]);
    for (const ConceptCode& each : named.concepts) {
        add_postings(code_term(each.field, each.code), found);
        add_postings(code_term(FieldId::mentions, mention_code(each)), found);
    }
    for (const ConceptCode& each : named.kin)
        add_postings(code_term(FieldId::mentions, mention_code(each)), found);
    return found;
}

DocSet DocMatcher::match(const QueryAlternatives& alternatives) const {
    DocSet found(last_document_);
    for (const QueryConcept& each : alternatives.choices)
        found |= match(each);
    return found;
}

const DocSet& DocMatcher::candidates(const QueryClause& clause) const {
    const auto found = std::find_if(known_.begin(), known_.end(), [&](const auto& each) {
        return each.first.what == clause.what;
    });
    if (found != known_.end()) return found->second;
    deadline_.check();
    DocSet matched = std::visit(
        [&](const auto& what) {
            if constexpr (std::is_same_v<std::decay_t<decltype(what)>, QueryPhrase>)
                return with_words_of(what);
            else
                return match(what);
        },
        clause.what);
    return known_.emplace_back(clause, std::move(matched)).second;
}

DocSet DocMatcher::narrowed(const QueryTree& tree, DocSet among) const {
    for (const QueryClause& clause : tree.clauses) {
        if (among.next(1) == 0) break;
        if (!clause.excluded)
            among &= candidates(clause);
        else if (!std::holds_alternative<QueryPhrase>(clause.what))
            among -= candidates(clause);
    }
    return among;
}

DocSet DocMatcher::match(const ParsedQuery& query, DocSet among) const {
    deadline_.check();
    if (query.nothing_remains) return DocSet(last_document_);
    among = narrowed(query.tree, std::move(among));
    // Phrases last: then few documents are left in which the places of words must be looked at.
    for (const QueryClause& clause : query.tree.clauses)
        if (const auto* phrase = std::get_if<QueryPhrase>(&clause.what)) {
            DocSet with_words = candidates(clause);
            with_words &= among;
            const DocSet matched = match(*phrase, std::move(with_words));
            if (clause.excluded)
                among -= matched;
            else
                among &= matched;
        }
    return among;
}

std::size_t DocMatcher::records_to_read(const ParsedQuery& query, DocSet among) const {
    among = narrowed(query.tree, std::move(among));
    std::size_t records = 0;
    for (const QueryClause& clause : query.tree.clauses)
        if (std::holds_alternative<QueryPhrase>(clause.what)) {
            DocSet read = candidates(clause);
            read &= among;
            records += read.count();
        }
    return records;
}

}  // namespace wespol
