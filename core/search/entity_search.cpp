// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/written_day.h"
#include "core/search/concept_kin.h"
#include "core/search/explanation.h"
#include "core/search/facet_builder.h"
#include "core/search/facet_labels.h"
#include "core/search/page_order.h"
#include "core/search/relaxations.h"
#include "core/search/request_counter.h"
#include "core/search/search_session.h"
#include "core/search/snippets.h"
#include "core/support/joined.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace wespol {
namespace {

constexpr double kNotFar = 1.2;  ///< of the radius of a circle

}  // namespace

DocSet Searcher::Session::within(const DocSet& documents, const NearPlace& near) const {
    DocSet inside = nothing();
    documents.for_each([&](DocId document) {
        deadline_.step();
        if (is_within(columns(), document, near)) inside.add(document);
    });
    return inside;
}

bool Searcher::Session::is_any_within(const DocSet& documents, const NearPlace& near) const {
    DocId document = documents.next(1);
    while (document != 0 && !is_within(columns(), document, near)) {
        deadline_.step();
        document = documents.next(document + 1);
    }
    return document != 0;
}

Hit Searcher::Session::hit(const ScoredDocument& scored, const SearchRequest& request,
                           const Highlighter* highlighter) const {
    const Day day = day_of(request);
    Hit hit;
    hit.entity = records_.entity(scored.document);
    hit.certificate_state = state_on(columns().validities(scored.document), day);
    hit.statuses = statuses_on(scored.document, day);
    hit.brands = brands_of(scored.document);
    hit.distance_km = distance_to(columns(), scored.document, request.near);
    hit.score = scored.score;
    if (highlighter) {
        hit.name = highlighter->highlight(hit.entity.name);
        hit.snippet = snippet_of(hit.entity, *highlighter);
    }
    return hit;
}

/// A place where nothing of what the words ask for is, while elsewhere the words do stand, is no
/// place but one of these words. Whatever the filters: a choice in them must not change it.
Searcher::Session::ReadQuery Searcher::Session::read_place_or_words(
    const SearchRequest& asked) const {
    ReadQuery query = read(asked, DocumentType::entity);
    if (!query.reading.areas.empty() && !finds_there(query))
        if (auto near = with_near_concepts(query)) return std::move(*near);
    if (finds_around(query)) return query;
    const bool may_be_words = query.reading.has_place_from_words() && !asked.near;
    if (may_be_words) {
        SearchRequest literal = asked;
        literal.literal.add(ReadingPart::place);
        if (ReadQuery words = read(literal, DocumentType::entity); words.found.next(1) != 0)
            return words;
    }
    if (auto lenient = read_leniently(asked)) return std::move(*lenient);
    if (!may_be_words && !asked.near) return query;
    if (auto near = with_near_concepts(query)) return std::move(*near);
    if (may_be_words) widen(query);
    return query;
}

bool Searcher::Session::finds_there(const ReadQuery& query) const {
    if (query.reading.areas.empty()) return finds_around(query);
    DocSet there = nothing();
    for (const UnderstoodConcept& each : query.reading.areas)
        there |= matcher_.match_code(each.field, each.code);
    there &= query.found;
    return there.next(1) != 0;
}

/// Who is there and does something near to it comes before who does it far away; the circle is no
/// wall: a few kilometres behind it is not far. Null where nobody does it at all, or nobody there
/// does anything near to it.
std::optional<Searcher::Session::ReadQuery> Searcher::Session::with_near_concepts(
    const ReadQuery& query) const {
    if (query.found.next(1) == 0) return std::nullopt;
    if (query.reading.has_place_from_words() && !query.reading.chose_radius) {
        NearPlace not_far = *query.request().near;
        not_far.radius_km *= kNotFar;
        if (is_any_within(query.found, not_far)) return std::nullopt;
    }
    KinTree kin = with_kin(query.tree(), snapshot_->references().industry);
    if (kin.kin.empty()) return std::nullopt;
    ReadQuery near = query;
    near.parsed.tree = std::move(kin.tree);
    near.is_of_kin = true;
    near.found = matcher_.match(near.parsed, columns().of_type(DocumentType::entity));
    if (!finds_there(near)) return std::nullopt;
    const std::string words = joined(kin.written, ", ");
    const auto meanings = [&](Language language) {
        std::vector<std::string> labels;
        for (const ConceptCode& each : kin.kin)
            labels.push_back(value_label(snapshot_->references(), each.field, each.code, language));
        return joined(labels, ", ");
    };
    near.reading.notes.emplace_back(
        fmt::format("W tym miejscu nikt nie podaje „{}”. Pokazujemy, co jest na miejscu "
                    "najbliższe temu: {}.",
                    words, meanings(Language::pl)),
        fmt::format("Nobody there names “{}”. We show what is nearest to it there: {}.", words,
                    meanings(Language::en)),
        fmt::format("Там ніхто не подає «{}». Показуємо, що там найближче до цього: {}.", words,
                    meanings(Language::uk)));
    return near;
}

bool Searcher::Session::finds_around(const ReadQuery& query) const {
    const std::optional<NearPlace>& near = query.request().near;
    return near ? is_any_within(query.found, *near) : query.found.next(1) != 0;
}

/// Of several places the first where something is, else the first. Null where reading leniently
/// says nothing new or finds nothing either.
std::optional<Searcher::Session::ReadQuery> Searcher::Session::read_leniently(
    const SearchRequest& asked) const {
    if (asked.literal.has(ReadingPart::place)) return std::nullopt;
    ReadQuery query = read(asked, DocumentType::entity, PlaceReading::lenient);
    if (!query.reading.has_place_from_words() || query.found.next(1) == 0) return std::nullopt;
    if (asked.near || finds_around(query)) return query;
    UnderstoodPlace& place = *query.reading.place;
    for (NearPlace& each : place.also) {
        NearPlace circle = each;
        circle.radius_km = place.near.radius_km;
        if (!is_any_within(query.found, circle)) continue;
        std::swap(each, place.near);
        query.reading.spelled_out.near = place.near = circle;
        return query;
    }
    if (auto near = with_near_concepts(query)) return near;
    widen(query);
    return query;
}

/// Nobody said how far: where the usual circle is empty the next wider one is looked into, and
/// the answer tells so.
void Searcher::Session::widen(ReadQuery& query) const {
    if (query.reading.chose_radius) return;
    NearPlace wider = *query.request().near;
    for (const double radius_km : kWiderRadiiKm) {
        wider.radius_km = radius_km;
        if (!is_any_within(query.found, wider)) continue;
        query.reading.spelled_out.near = wider;
        query.reading.place->near = wider;
        query.reading.place->is_widened = true;
        return;
    }
}

void Searcher::Session::add_explanations(const ReadQuery& query,
                                         const std::vector<ScoredDocument>& page,
                                         std::vector<Hit>& hits) const {
    std::vector<std::vector<ScorePart>> explanations =
        explain(database_, query.tree(), nearness(columns(), query.request()), page);
    for (std::size_t i = 0; i < page.size(); ++i)
        hits[i].explanation = std::move(explanations[i]);
}

DocSet Searcher::Session::before_facets(const ReadQuery& query) const {
    const SearchRequest& request = query.request();
    DocSet documents = query.found;
    if (const auto cpv = request.filters.find(FieldId::cpv); cpv != request.filters.end())
        documents &= matcher_.match_cpv(cpv->second);
    return request.near ? within(documents, *request.near) : documents;
}

FacetCounts Searcher::Session::count(const ReadQuery& query,
                                     const std::vector<FacetSelection>& selections) const {
    deadline_.check();
    return count_facets(before_facets(query), selections, columns().last_document());
}

std::size_t Searcher::Session::unsettled_statuses(const FoundEntities& found) const {
    const SearchRequest& request = found.query.request();
    const auto asked = request.filters.find(FieldId::status);
    if (asked == request.filters.end()) return 0;
    const Day day = day_of(request);
    const auto is_unsettled = [&](const StatusSpan& span) {
        return std::ranges::find(asked->second, span.status) != asked->second.end() &&
               state_on(span.days, day) == CertificateState::uncertain;
    };
    std::size_t count = 0;
    before_facets(found.query).for_each([&](DocId document) {
        const bool only_status_refuses =
            std::ranges::all_of(found.selections, [&](const FacetSelection& each) {
                return each.accepts(document) == (each.field != FieldId::status);
            });
        if (only_status_refuses && std::ranges::any_of(columns().statuses(document), is_unsettled))
            ++count;
    });
    return count;
}

void Searcher::Session::note_unsettled_statuses(const FoundEntities& found,
                                                Understood& understood) const {
    const std::size_t count = unsettled_statuses(found);
    if (count == 0) return;
    const SearchRequest& request = found.query.request();
    const auto note = [&](std::string_view pattern, Language language) {
        std::vector<std::string> labels;
        for (const std::string& code : request.filters.at(FieldId::status))
            labels.push_back(value_label(snapshot_->references(), FieldId::status, code, language));
        return fmt::format(fmt::runtime(pattern), day_in_words(day_of(request), language),
                           joined(labels, ", "), count);
    };
    understood.notes.emplace_back(
        note("Źródła nie rozstrzygają, czy w dniu {} miały ten status ({}) jeszcze inne podmioty: "
             "{}. Nie ma ich w wynikach.",
             Language::pl),
        note("The sources do not settle whether on {} more organisations had this status ({}): {}. "
             "They are not among the results.",
             Language::en),
        note("Джерела не дають змоги встановити, чи {} мали цей статус ({}) ще й інші організації: "
             "{}. У результатах їх немає.",
             Language::uk));
}

Searcher::Session::FoundEntities Searcher::Session::find_entities(
    const SearchRequest& asked) const {
    ReadQuery query = read_place_or_words(asked);
    if (const auto correction = corrected(asked, query, DocumentType::entity)) {
        query = read_place_or_words(*correction);
        query.corrected = correction->text;
    }
    FacetBuilder facets(*snapshot_, day_of(query.request()));
    std::vector<FacetSelection> selections = facets.selections(query.request());
    FacetCounts counts = count(query, selections);
    return {std::move(query), std::move(facets), std::move(selections), std::move(counts)};
}

/// All but hits, facets and relaxations.
SearchResponse Searcher::Session::head(const SearchRequest& asked,
                                       const FoundEntities& found) const {
    const SearchRequest& request = found.query.request();
    DocSet ended = found.counts.accepted;
    ended &= columns().ended();

    SearchResponse response;
    response.request = asked;
    response.spelled_out = request;
    response.generation = snapshot_->generation();
    response.as_of = day_of(request);
    response.sort = order_in_force(request, found.query.tree());
    response.total = found.counts.accepted.count();
    response.ended_total = ended.count();
    response.understood = understood(found.query);
    response.understood.cpv = understood_cpv(found.query, found.counts.accepted);
    note_unsettled_statuses(found, response.understood);
    return response;
}

SearchResponse Searcher::Session::search(const SearchRequest& asked) const {
    const FoundEntities found = find_entities(asked);
    const auto& [query, facets, selections, counts] = found;
    const SearchRequest& request = query.request();
    SearchResponse response = head(asked, found);
    const Highlighter highlighter(query.tree(), snapshot_->analyzer());
    const std::vector<ScoredDocument> page =
        page_of(read_index(), counts.accepted, response.sort, request, query.tree());
    for (const ScoredDocument& scored : page)
        response.hits.push_back(hit(scored, request, &highlighter));
    if (request.explain && response.sort == SortOrder::relevance)
        add_explanations(query, page, response.hits);
    response.facets = facets.facets(selections, counts, request, language_);
    RequestCounter counter(columns(), matcher_, found.facets, [this](const SearchRequest& other) {
        ReadQuery reread = understand(other);
        return RequestCounter::ReadRequest{std::move(reread.reading.spelled_out),
                                           std::move(reread.parsed)};
    });
    try {
        response.relaxations = relaxations({.request = request,
                                            .tree = query.tree(),
                                            .total = response.total,
                                            .selections = selections,
                                            .counts = counts,
                                            .counter = counter,
                                            .references = snapshot_->references(),
                                            .language = language_,
                                            .is_of_kin = query.is_of_kin});
        offer_correction(response);
    } catch (const OutOfTime&) {  // NOLINT(bugprone-empty-catch): what was found is an answer
    }
    return response;
}

}  // namespace wespol
