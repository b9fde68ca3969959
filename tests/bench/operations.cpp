// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/operations.h"

#include "core/search/completer.h"
#include "core/search/concept_reading.h"
#include "core/search/known_names.h"
#include "core/search/query_parser.h"
#include "core/search/query_reading.h"
#include "core/search/request_decoder.h"
#include "core/search/searcher.h"

#include <array>

#include <xapian.h>

namespace wespol::bench {
namespace {

bool is_typing(const LoggedQuery& query) {
    return query.kind == "typing";
}

bool is_search(const LoggedQuery& query) {
    return !is_typing(query);
}

bool has_text(const LoggedQuery& query) {
    return is_search(query) && !query.text().empty();
}

/// All that the server does between the parameters and the answer to be rendered.
std::size_t search(const Subject& subject, const LoggedQuery& query) {
    const Snapshot& snapshot = subject.snapshot;
    const DecodedRequest decoded = decode_request(query.parameters, snapshot->references());
    const Searcher searcher(snapshot, kToday, Language::pl);
    const SearchResponse response = searcher.search(decoded.request);
    std::size_t counted = response.total;
    for (const Facet& facet : response.facets)
        for (const FacetValue& value : facet.values)
            counted += value.count;
    return counted;
}

/// Text → places, days, states, words and what they mean: before anything is looked for.
std::size_t understand(const Subject& subject, const LoggedQuery& query) {
    const IndexSnapshot& snapshot = *subject.snapshot;
    const KnownNames names(subject.database);
    const QueryReading reading = read_query(query.request, {snapshot, names, Language::pl});
    ParsedQuery parsed = parse_query(reading.spelled_out.text, snapshot.analyzer());
    return with_concepts(std::move(parsed.tree), snapshot.concepts()).clauses.size();
}

std::size_t decode(const Subject& subject, const LoggedQuery& query) {
    return decode_request(query.parameters, subject.snapshot->references()).request.filters.size();
}

std::size_t suggest(const Subject& subject, const LoggedQuery& query) {
    const IndexSnapshot& snapshot = *subject.snapshot;
    return Completer(snapshot.completions(), snapshot.analyzer(), Language::pl)
        .complete(query.text())
        .size();
}

constexpr std::array kOperations{
    Operation{"search", is_search, search},
    Operation{"understand", has_text, understand},
    Operation{"decode", is_search, decode},
    Operation{"suggest", is_typing, suggest},
};

}  // namespace

std::span<const Operation> operations() {
    return kOperations;
}

}  // namespace wespol::bench
