// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/search_session.h"

#include "core/catalogue/cpv_code.h"
#include "core/search/concept_reading.h"
#include "core/search/facet_labels.h"
#include "core/search/left_out_places.h"
#include "core/search/needless_words.h"
#include "core/search/street_reading.h"
#include "core/search/work_reading.h"
#include "core/support/joined.h"

#include <algorithm>
#include <utility>
#include <variant>

#include <fmt/format.h>

namespace wespol {
namespace {

constexpr InThree kPlaceLeftOut{"Pomijamy miejsce: {}.", "We leave out the place: {}.",
                                "Пропускаємо місце: {}."};
constexpr InThree kWordsLeftOut{"Pomijamy wpisy ze słowami: {}.",
                                "We leave out entries with the words: {}.",
                                "Пропускаємо записи зі словами: {}."};

std::vector<UnderstoodConcept> understood_concepts(const QueryTree& tree,
                                                   const References& references,
                                                   Language language) {
    std::vector<UnderstoodConcept> understood;
    for (std::size_t i = 0; i < tree.clauses.size(); ++i) {
        const QueryClause& clause = tree.clauses[i];
        if (clause.excluded) continue;
        const std::string rest = written_without(tree, {i});
        const auto add = [&](const QueryConcept& named) {
            const std::string text = named.words.empty()
                                         ? clause.written
                                         : joined(named.words, " ", &QueryWord::surface);
            for (const ConceptCode& each : named.concepts)
                understood.push_back({text, each.field, each.code,
                                      value_label(references, each.field, each.code, language),
                                      rest});
        };
        if (const auto* named = std::get_if<QueryConcept>(&clause.what)) add(*named);
        if (const auto* any = std::get_if<QueryAlternatives>(&clause.what))
            for (const QueryConcept& each : any->choices)
                add(each);
    }
    return understood;
}

/// The words of a concept stay, and stand for themselves where it has no other meaning.
void leave_out_meaning(const std::string& meaning, QueryTree& tree) {
    for (QueryClause& clause : tree.clauses)
        if (auto* named = std::get_if<QueryConcept>(&clause.what))
            std::erase_if(named->concepts,
                          [&](const ConceptCode& each) { return mention_code(each) == meaning; });
}

/// A code is found by its eight digits; that the ninth belongs to another one is told.
void add_wrong_check_digits(const QueryTree& tree, const Vocabulary& cpv,
                            std::vector<std::string>& ignored) {
    for (const QueryClause& clause : tree.clauses) {
        const auto* identifier = std::get_if<QueryIdentifier>(&clause.what);
        if (identifier == nullptr) continue;
        for (const Identifier& each : identifier->readings)
            if (const auto right = other_check_digit(cpv, {each.digits, each.check_digit}))
                ignored.push_back(
                    fmt::format("-{} ({}-{})", each.check_digit, each.digits, *right));
    }
}

}  // namespace

Searcher::Session::ReadQuery Searcher::Session::understand(const SearchRequest& asked,
                                                           PlaceReading places) const {
    ReadQuery query{read_query(asked, {*snapshot_, names_, language_, places}), {}, {}, {}};
    query.parsed =
        parse_query(query.request().text, snapshot_->analyzer(),
                    asked.literal.has(ReadingPart::numbers) ? NumberReading::as_words
                                                            : NumberReading::as_identifiers);
    query.parsed.tree = with_excluded_areas(std::move(query.parsed.tree), *snapshot_);
    query.parsed.tree = with_addresses(std::move(query.parsed.tree));
    const auto leave_out_meanings = [&] {
        for (const std::string& meaning : asked.literal_meanings)
            leave_out_meaning(meaning, query.parsed.tree);
    };
    if (!asked.literal.has(ReadingPart::concepts)) {
        query.parsed.tree =
            with_concepts(std::move(query.parsed.tree), snapshot_->concepts(),
                          [this](const ConceptCode& group, const std::vector<ConceptCode>& named) {
                              return is_far_rarer(group, named);
                          });
        // Work that is not meant makes nobody a workplace.
        leave_out_meanings();
        query.parsed.tree = with_workplaces(std::move(query.parsed.tree), snapshot_->references(),
                                            snapshot_->concepts());
    }
    leave_out_meanings();
    query.parsed.tree = with_alternatives(std::move(query.parsed.tree));
    leave_out_needless(query.parsed);
    return query;
}

Searcher::Session::ReadQuery Searcher::Session::read(const SearchRequest& asked, DocumentType type,
                                                     PlaceReading places) const {
    ReadQuery query = understand(asked, places);
    query.found = matcher_.match(query.parsed, columns().of_type(type));
    return query;
}

/// "Dzieci z autyzmem" are found at the few who work for people with autism, too; "opieka nad
/// seniorem" not at all who work for seniors, hardly fewer than those who look after somebody.
bool Searcher::Session::is_far_rarer(const ConceptCode& group,
                                     const std::vector<ConceptCode>& named) const {
    const auto records = [&](const ConceptCode& each) {
        return database_.get_termfreq(code_term(each.field, each.code)) +
               database_.get_termfreq(code_term(FieldId::mentions, mention_code(each)));
    };
    Xapian::doccount of_named = 0;
    for (const ConceptCode& each : named)
        of_named += records(each);
    constexpr Xapian::doccount kFarRarer = 2;
    return of_named == 0 || kFarRarer * records(group) <= of_named;
}

QueryTree Searcher::Session::with_addresses(QueryTree tree) const {
    const auto is_in_address = [this](const std::string& surface) {
        return database_.term_exists(surface_term(field(FieldId::address), surface));
    };
    const auto finds = [this](const QueryPhrase& phrase) {
        ParsedQuery alone;
        alone.tree.clauses.push_back({phrase, false, ""});
        return matcher_.match(alone, columns().of_type(DocumentType::entity)).next(1) != 0;
    };
    return with_house_numbers(std::move(tree), {is_in_address, finds});
}

void Searcher::Session::leave_out_needless(ParsedQuery& parsed) const {
    const auto finds = [&](const QueryTree& tree) {
        ParsedQuery needed;
        needed.tree = tree;
        DocSet all = columns().of_type(DocumentType::entity);
        all |= columns().of_type(DocumentType::product);
        all |= columns().of_type(DocumentType::certificate);
        return matcher_.match(needed, std::move(all)).next(1) != 0;
    };
    const auto stand_in_name = [this](const std::vector<std::string>& surfaces) {
        return names_.stand_in_name(surfaces);
    };
    NeededWords needed =
        without_needless(std::move(parsed.tree), snapshot_->concepts(), {finds, stand_in_name});
    parsed.tree = std::move(needed.tree);
    parsed.ignored.insert(parsed.ignored.end(), needed.left_out.begin(), needed.left_out.end());
}

Understood Searcher::Session::understood(const ReadQuery& query) const {
    Understood understood{
        .text = query.parsed.text,
        .concepts = understood_concepts(query.tree(), snapshot_->references(), language_),
        .place = query.reading.place,
        .areas = query.reading.areas,
        .region_words = query.reading.region_words,
        .day = query.reading.day,
        .states = query.reading.states,
        .identifiers = query.parsed.identifiers,
        .cpv = {},
        .ignored = query.reading.ignored,
        .notes = query.reading.notes,
        .corrected = query.corrected};
    understood.ignored.insert(understood.ignored.end(), query.parsed.ignored.begin(),
                              query.parsed.ignored.end());
    understood.notes.insert(understood.notes.end(), query.parsed.notes.begin(),
                            query.parsed.notes.end());
    if (!query.request().cut_off.empty()) understood.ignored.push_back(query.request().cut_off);
    note_left_out(query.tree(), understood);
    if (query.found.next(1) != 0) note_words_of_nobody(query.tree(), understood);
    add_wrong_check_digits(query.tree(), snapshot_->references().cpv, understood.ignored);
    return understood;
}

/// Words behind a minus, or a place behind "poza", are told as they were read.
void Searcher::Session::note_left_out(const QueryTree& tree, Understood& understood) const {
    for (const QueryClause& clause : tree.clauses) {
        if (!clause.excluded) continue;
        std::string written = clause.written.substr(1);
        std::erase(written, '"');
        const bool is_area = std::holds_alternative<QueryConcept>(clause.what);
        understood.notes.push_back(worded(is_area ? kPlaceLeftOut : kWordsLeftOut, written));
    }
}

/// Candles are handicraft; that somebody makes them is said only where somebody says so.
void Searcher::Session::note_words_of_nobody(const QueryTree& tree, Understood& understood) const {
    for (const QueryClause& clause : tree.clauses) {
        const auto* named = std::get_if<QueryConcept>(&clause.what);
        if (named == nullptr || clause.excluded || named->concepts.empty() || named->words.empty())
            continue;
        if (std::any_of(named->words.begin(), named->words.end(),
                        [&](const QueryWord& word) { return matcher_.has_word(word); }))
            continue;
        // English and Ukrainian words cannot stand in Polish records: that says nothing.
        const std::vector<AnalyzedWord> written = snapshot_->analyzer().analyze(clause.written);
        if (!std::all_of(written.begin(), written.end(), [&](const AnalyzedWord& word) {
                return snapshot_->analyzer().is_ordinary_word(word.token.text);
            }))
            continue;
        const ConceptCode& meaning = named->concepts.front();
        const auto label = [&](Language language) {
            return value_label(snapshot_->references(), meaning.field, meaning.code, language);
        };
        understood.notes.emplace_back(
            fmt::format("Nikt nie pisze o sobie „{}”. Pokazujemy to, co najbliżej: {}.",
                        clause.written, label(Language::pl)),
            fmt::format("Nobody says “{}” of themselves. We show what is nearest to it: {}.",
                        clause.written, label(Language::en)),
            fmt::format("Ніхто не пише про себе «{}». Показуємо найближче: {}.", clause.written,
                        label(Language::uk)));
    }
}

}  // namespace wespol
