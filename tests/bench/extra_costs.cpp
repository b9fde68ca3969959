// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/extra_costs.h"

#include "core/search/concept_reading.h"
#include "core/search/facet_builder.h"
#include "core/search/known_names.h"
#include "core/search/page_order.h"
#include "core/search/query_reading.h"
#include "core/search/relaxations.h"
#include "core/search/request_counter.h"
#include "core/search/searcher.h"

#include <algorithm>
#include <utility>

#include <xapian.h>

namespace wespol::bench {
namespace {

SearchResponse search(const Subject& subject, const SearchRequest& request) {
    return Searcher(subject.snapshot, kToday, Language::pl).search(request);
}

Duration search_cost(const Subject& subject, const SearchRequest& request, int rounds) {
    return best_of(rounds, [&] { search(subject, request); });
}

ParsedQuery parse(const SearchRequest& spelled_out, const IndexSnapshot& snapshot) {
    ParsedQuery parsed = parse_query(spelled_out.text, snapshot.analyzer());
    if (!spelled_out.literal.has(ReadingPart::concepts))
        parsed.tree = with_concepts(std::move(parsed.tree), snapshot.concepts());
    return parsed;
}

/// The relaxations of one search, made as Searcher makes them: `response` is that search's.
Duration time_relaxations(const Subject& subject, const SearchResponse& response) {
    const IndexSnapshot& snapshot = *subject.snapshot;
    const Columns& columns = snapshot.columns();
    const Xapian::Database database = snapshot.open_database();
    const DocMatcher matcher(database);
    const KnownNames names(database);
    const FacetBuilder facets(snapshot, response.as_of);
    const auto understand = [&](const SearchRequest& asked) {
        QueryReading reading = read_query(asked, {snapshot, names, Language::pl});
        ParsedQuery parsed = parse(reading.spelled_out, snapshot);
        return RequestCounter::ReadRequest{std::move(reading.spelled_out), std::move(parsed)};
    };
    RequestCounter counter(columns, matcher, facets, understand);
    const SearchRequest& request = response.spelled_out;
    const ParsedQuery parsed = parse(request, snapshot);

    DocSet documents = matcher.match(parsed, columns.of_type(DocumentType::entity));
    if (const auto cpv = request.filters.find(FieldId::cpv); cpv != request.filters.end())
        documents &= matcher.match_cpv(cpv->second);
    DocSet in_place(columns.last_document());
    documents.for_each([&](DocId document) {
        if (!request.near || is_within(columns, document, *request.near)) in_place.add(document);
    });
    const std::vector<FacetSelection> selections = facets.selections(request);
    const FacetCounts counts = count_facets(in_place, selections, columns.last_document());
    const CountedSearch counted{.request = request,
                                .tree = parsed.tree,
                                .total = response.total,
                                .selections = selections,
                                .counts = counts,
                                .counter = counter,
                                .references = snapshot.references(),
                                .language = Language::pl};
    const Stopwatch stopwatch;
    relaxations(counted);
    return stopwatch.passed();
}

}  // namespace

std::optional<Duration> correction_cost(const Subject& subject, const LoggedQuery& query,
                                        int rounds) {
    const SearchResponse response = search(subject, query.request);
    if (!response.understood.corrected) return std::nullopt;
    SearchRequest corrected = query.request;
    corrected.text = *response.understood.corrected;
    const Duration whole = search_cost(subject, query.request, rounds);
    const Duration rest = search_cost(subject, corrected, rounds);
    return Duration{whole.wall_ms - rest.wall_ms, whole.cpu_ms - rest.cpu_ms};
}

std::optional<RelaxationCost> relaxation_cost(const Subject& subject, const LoggedQuery& query,
                                              int rounds) {
    const SearchResponse response = search(subject, query.request);
    if (response.total >= kFewResults) return std::nullopt;
    Duration extra{1e18, 1e18};
    for (int round = 0; round < rounds; ++round) {
        const Duration passed = time_relaxations(subject, response);
        extra.wall_ms = std::min(extra.wall_ms, passed.wall_ms);
        extra.cpu_ms = std::min(extra.cpu_ms, passed.cpu_ms);
    }
    const Duration whole = search_cost(subject, query.request, rounds);
    constexpr double kLeastMs = 1e-3;
    return RelaxationCost{extra, extra.cpu_ms / std::max(whole.cpu_ms - extra.cpu_ms, kLeastMs)};
}

}  // namespace wespol::bench
