// SPDX-License-Identifier: GPL-3.0-or-later
// "The counts are always right": for random requests over the real catalogue, every count equals
// the total after choosing its value, and equals brute force over the records.
#include "core/search/facet_labels.h"
#include "core/search/searcher.h"
#include "tests/support/catalogue_index.h"
#include "tests/support/catch.hpp"
#include "tests/support/search_oracle.h"

#include <random>

using namespace wespol;
using namespace wespol::test;

namespace {

constexpr Day kToday{std::chrono::year{2026} / 11 / 21};

/// Draws requests a person could make, most of them narrow enough to find something.
class RandomRequests {
  public:
    explicit RandomRequests(unsigned seed) : random_(seed) {}

    SearchRequest next(const SearchResponse& everything) {
        SearchRequest request;
        request.text = pick(kWords);
        if (below(2) == 0) request.literal = LiteralParts::all();
        for (const Facet& facet : everything.facets) {
            if (below(5) != 0 || facet.values.empty()) continue;
            for (std::size_t i = 0; i <= below(3); ++i) {
                const std::string& code = facet.values[below(facet.values.size())].code;
                request = request.with(facet.field, code);
            }
        }
        request.as_of = pick(kDays);
        if (below(4) == 0)
            request.near = NearPlace{"Gniezno", "Gniezno", 52.5347, 17.5997,
                                     10.0 + static_cast<double>(below(80))};
        return request;
    }

    std::size_t below(std::size_t bound) {
        return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_);
    }

  private:
    template <class List>
    typename List::value_type pick(const List& list) {
        return list[below(list.size())];
    }

    static inline const std::vector<std::string> kWords{"",
                                                        "",
                                                        "",
                                                        "",
                                                        "catering",
                                                        "spółdzielnia",
                                                        "sprzątaniem",
                                                        "osób niepełnosprawnych",
                                                        "gniezno",
                                                        "pomoc",
                                                        "rękodzieło ceramika",
                                                        "fundacja dzieci",
                                                        "torby",
                                                        "pralnia",
                                                        "zieleń"};
    static inline const std::vector<std::optional<Day>> kDays{
        std::nullopt,
        std::nullopt,
        Day{std::chrono::year{2015} / 6 / 1},
        Day{std::chrono::year{2015} / 12 / 18},
        Day{std::chrono::year{2015} / 12 / 19},
        Day{std::chrono::year{2017} / 1 / 1},
        Day{std::chrono::year{2021} / 1 / 15},
        Day{std::chrono::year{2010} / 1 / 1}};

    std::mt19937 random_;
};

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
