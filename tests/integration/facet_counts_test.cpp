// SPDX-License-Identifier: GPL-3.0-or-later
// "The counts are always right": for random requests over the real catalogue, every count equals
// the total after choosing its value, and equals brute force over the records.
#include "core/search/facet_labels.h"
#include "core/search/searcher.h"
#include "tests/support/catalogue_index.h"
#include "tests/support/catch.hpp"
#include "tests/support/random_requests.h"
#include "tests/support/search_oracle.h"

using namespace wespol;
using namespace wespol::test;

namespace {

constexpr Day kToday{std::chrono::year{2026} / 11 / 21};

}  // namespace

TEST_CASE("Every facet count is the total after choosing the value, and what brute force counts") {
    const Catalogue& catalogue = embedded_catalogue();
    const std::shared_ptr<const IndexSnapshot> snapshot = embedded_snapshot();
    const SearchOracle oracle(catalogue, snapshot->analyzer());
    const Searcher searcher(snapshot, kToday, Language::pl);
    const SearchResponse everything = searcher.search({});
    REQUIRE(everything.total == catalogue.entities.size());

    RandomRequests requests(20261121);
    std::size_t counts_checked = 0;
    for (int round = 0; round < 120; ++round) {
        const SearchRequest request = requests.next(everything);
        INFO(canonical_query(request));
        const SearchResponse response = searcher.search(request);
        // Brute force knows words and filters; what a word means besides is the index's own.
        const bool is_words_only = request.literal != LiteralParts() || request.text.empty();
        const auto total_of = [&](const SearchRequest& asked) {
            const std::size_t total = searcher.search(asked).total;
            if (is_words_only) REQUIRE(total == oracle.find(asked, kToday).size());
            return total;
        };
        REQUIRE(response.total == total_of(request));

        for (const Facet& facet : response.facets) {
            // Only the first few of the long lists: all of them are checked over the rounds.
            for (std::size_t i = 0; i < facet.values.size(); i += 1 + requests.below(6)) {
                const FacetValue& value = facet.values[i];
                INFO(field(facet.field).parameter << "=" << value.code);
                SearchRequest chosen = request;
                chosen.filters[facet.field] = {value.code};
                REQUIRE(value.count == total_of(chosen));
                ++counts_checked;
            }
        }
        for (const Relaxation& relaxation : response.relaxations) {
            INFO(relaxation.label);
            REQUIRE(relaxation.total == total_of(relaxation.request));
            REQUIRE(relaxation.total > response.total);
        }
    }
    CHECK(counts_checked > 1000);
}

TEST_CASE("No value that would find something is missing from its facet") {
    const std::shared_ptr<const IndexSnapshot> snapshot = embedded_snapshot();
    const SearchOracle oracle(embedded_catalogue(), snapshot->analyzer());
    const Searcher searcher(snapshot, kToday, Language::pl);
    SearchRequest request;
    request.text = "spółdzielnia";
    request.literal = LiteralParts::all();
    request.as_of = Day{std::chrono::year{2015} / 6 / 1};
    const std::set<std::string> found = oracle.find(request, kToday);
    REQUIRE(found.size() > 50);
    for (const Facet& facet : searcher.search(request).facets) {
        std::set<std::string> expected, shown;
        for (const Entity& entity : embedded_catalogue().entities)
            if (found.count(entity.id) > 0)
                for (const std::string& code : oracle.values(entity, facet.field, *request.as_of))
                    expected.insert(code);
        for (const FacetValue& value : facet.values)
            if (value.count > 0) shown.insert(value.code);
        INFO(facet.label);
        CHECK(shown == expected);
    }
}

TEST_CASE("A short facet offers what finds nothing too, a long one does not") {
    const Searcher searcher(embedded_snapshot(), kToday, Language::pl);
    SearchRequest request;
    request.text = "catering";
    const auto of = [&](const SearchResponse& response, FieldId field) {
        const auto found = std::ranges::find(response.facets, field, &Facet::field);
        REQUIRE(found != response.facets.end());
        return *found;
    };
    const auto is_empty = [](const FacetValue& value) { return value.count == 0; };
    const Facet everywhere = of(searcher.search({}), FieldId::county);
    const SearchResponse response = searcher.search(request);
    const Facet counties = of(response, FieldId::county);
    CHECK(counties.values.size() == everywhere.values.size());
    CHECK(std::ranges::any_of(counties.values, is_empty));
    CHECK(std::ranges::none_of(of(response, FieldId::municipality).values, is_empty));

    // Chosen, it stands first, and once.
    const std::string empty = std::ranges::find_if(counties.values, is_empty)->code;
    const Facet chosen = of(searcher.search(request.with(FieldId::county, empty)), FieldId::county);
    CHECK(chosen.values.front().code == empty);
    CHECK(chosen.values.front().selected);
    CHECK(std::ranges::count(chosen.values, empty, &FacetValue::code) == 1);
}

TEST_CASE("Pages of a search hold every hit once, whatever the order") {
    const Searcher searcher(embedded_snapshot(), kToday, Language::pl);
    for (const SortOrder order :
         {SortOrder::relevance, SortOrder::name, SortOrder::distance, SortOrder::freshness})
        for (const char* text : {"", "spółdzielnia", "sprzątanie"}) {
            SearchRequest request;
            request.text = text;
            request.sort = order;
            if (order == SortOrder::distance)
                request.near = NearPlace{"Konin", "Konin", 52.223, 18.251, 300};
            INFO(code(order) << " " << text);
            std::set<std::string> seen;
            std::size_t total = 0;
            bool ended_began = false;
            for (request.page = 1;; ++request.page) {
                const SearchResponse response = searcher.search(request);
                total = response.total;
                if (response.hits.empty()) break;
                for (const Hit& hit : response.hits) {
                    REQUIRE(seen.insert(hit.entity.id).second);
                    const bool ended = hit.entity.activity == "zakonczony";
                    REQUIRE((ended || !ended_began));
                    ended_began = ended_began || ended;
                }
            }
            CHECK(seen.size() == total);
        }
}
