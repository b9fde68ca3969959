// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/oracle_check.h"

#include "core/search/searcher.h"
#include "indexer/loading/catalogue_loader.h"
#include "tests/support/search_oracle.h"

#include <map>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

namespace wespol::bench {
namespace {

using Counts = std::map<std::string, std::size_t>;

class Comparison {
  public:
    Comparison(const Catalogue& catalogue, const Snapshot& snapshot)
        : oracle_(catalogue, snapshot->analyzer()), searcher_(snapshot, kToday, Language::pl) {
        for (const Entity& entity : catalogue.entities)
            entities_.emplace(entity.id, &entity);
    }

    void compare(const SearchRequest& request, OracleCheck& check) const {
        const SearchResponse response = searcher_.search(request);
        ++check.queries;
        const auto compare_one = [&](const std::string& what, std::size_t is, std::size_t should) {
            ++check.counts;
            if (is != should)
                check.differences.push_back(
                    fmt::format("{}: {}: {}, not {}", canonical_query(request), what, is, should));
        };
        const std::set<std::string> found = oracle_.find(request, kToday);
        compare_one("total", response.total, found.size());
        for (const Facet& facet : response.facets) {
            Counts expected = count_by_hand(found, request, facet.field);
            for (const FacetValue& value : facet.values) {
                const std::string name =
                    fmt::format("{}={}", field(facet.field).parameter, value.code);
                compare_one(name, value.count, expected[value.code]);
                expected.erase(value.code);
            }
            for (const auto& [code, count] : expected)
                compare_one(fmt::format("{}={}", field(facet.field).parameter, code), 0, count);
        }
    }

  private:
    /// A facet counts what the others leave, whatever is chosen in it.
    Counts count_by_hand(const std::set<std::string>& found, SearchRequest request,
                         FieldId facet) const {
        const bool is_chosen = request.filters.erase(facet) > 0;
        Counts counts;
        for (const std::string& id : is_chosen ? oracle_.find(request, kToday) : found)
            for (const std::string& code : oracle_.values(*entities_.at(id), facet, kToday))
                ++counts[code];
        return counts;
    }

    test::SearchOracle oracle_;
    Searcher searcher_;
    std::unordered_map<std::string_view, const Entity*> entities_;
};

}  // namespace

OracleCheck check_against_oracle(const std::filesystem::path& catalogue_directory,
                                 const Snapshot& snapshot, const std::vector<LoggedQuery>& log,
                                 std::size_t most) {
    OracleCheck check;
    if (most == 0) return check;
    const LoadedCatalogue loaded = load_catalogue(catalogue_directory);
    const Comparison comparison(loaded.catalogue, snapshot);
    for (const LoggedQuery& query : log)
        if (query.kind == "literal" && check.queries < most)
            comparison.compare(query.request, check);
    return check;
}

}  // namespace wespol::bench
