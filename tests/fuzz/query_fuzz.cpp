// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as what somebody searches for: bounded, and understood again as it was understood once,
// for its text is what the address of the search says.
#include "core/search/query_parser.h"
#include "core/search/search_request.h"
#include "tests/fuzz/small_analyzer.h"
#include "tests/fuzz/target.h"

using namespace wespol;
using test::promise;

namespace {

void check_bounds(const ParsedQuery& query) {
    promise(query.text.size() <= kMaxQueryBytes, "a query has a bounded length");
    promise(test::is_clean_text(query.text), "the text of a query is clean");
    promise(query.tree.clauses.size() <= kMaxQueryTerms, "a query has a bounded number of clauses");
    promise(query.nothing_remains == (query.tree.empty() && !query.text.empty()),
            "it is told when nothing can be searched for");
    constexpr std::size_t kMostTold = 100;
    for (const std::string& each : query.ignored)
        promise(!each.empty() && each.size() < kMostTold && test::is_clean_text(each),
                "what was left out is told in few words");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string text = test::text_of(bytes, size);
    const Analyzer& analyzer = test::small_analyzer();
    for (const NumberReading numbers : {NumberReading::as_identifiers, NumberReading::as_words}) {
        const ParsedQuery query = parse_query(text, analyzer, numbers);
        check_bounds(query);
        const ParsedQuery again = parse_query(query.text, analyzer, numbers);
        promise(again.text == query.text, "a cleaned text stays as it is");
        promise(again.tree == query.tree, "a query is understood again as it was");
        check_bounds(parse_query(written_without(query.tree, {0}), analyzer, numbers));
        promise(with_alternatives(query.tree).clauses.size() <= query.tree.clauses.size(),
                "alternatives join clauses");
    }
    const std::string tidied = tidy_text(text);
    promise(tidy_text(tidied) == tidied, "a tidied text stays as it is");
    return 0;
}
