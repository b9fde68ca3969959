// SPDX-License-Identifier: GPL-3.0-or-later
// The judged queries of tests/relevance over the real catalogue. Each kind of query has a floor
// below which it must not fall; the whole table is printed with --success or when one does.
#include "core/search/request_decoder.h"
#include "core/search/searcher.h"
#include "core/support/files.h"
#include "tests/support/catalogue_index.h"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

using namespace wespol;
using namespace wespol::test;

namespace {

constexpr Day kToday{std::chrono::year{2026} / 11 / 21};

/// What a kind of query reaches today. Raised when the search gets better, never lowered.
struct Floor {
    double success_at_3;
    double mean_reciprocal_rank;
    double most_empty;
};

const std::map<std::string, Floor> kFloors{
    // success@3, mean reciprocal rank, share of empty answers
    {"exact", {1.00, 0.99, 0.00}},         {"inflected", {1.00, 0.96, 0.00}},
    {"no_diacritics", {1.00, 0.99, 0.00}}, {"synonym", {1.00, 0.98, 0.00}},
    {"english", {1.00, 0.94, 0.00}},       {"known_item", {1.00, 0.99, 0.00}},
    {"abbreviation", {0.95, 0.93, 0.00}},  {"cpv", {1.00, 0.96, 0.00}},
    {"ukrainian", {0.95, 0.95, 0.05}},     {"mixed", {1.00, 1.00, 0.00}},
    {"place", {0.95, 0.93, 0.00}},         {"typo", {0.95, 0.90, 0.00}},
};

struct Tally {
    int queries = 0, among_first = 0, empty = 0, wrongly_found = 0;
    double reciprocal_ranks = 0;
    std::vector<std::string> missed;

    double success_at_3() const { return queries ? double(among_first) / queries : 1; }
    double mean_reciprocal_rank() const { return queries ? reciprocal_ranks / queries : 1; }
    double empty_share() const { return queries ? double(empty) / queries : 0; }
};

std::set<std::string> ids(const nlohmann::json& list) {
    return list.get<std::set<std::string>>();
}

void judge(const nlohmann::json& query, const SearchResponse& response, Tally& tally) {
    const auto written = query.at("query").get<std::string>();
    if (query.value("nothing", false)) {
        if (response.total == 0) return;
        ++tally.wrongly_found;
        tally.missed.push_back(fmt::format("found {}: {}", response.total, written));
        return;
    }
    ++tally.queries;
    const std::set<std::string> expected = ids(query.at("expect")), first = ids(query.at("first"));
    if (response.hits.empty()) ++tally.empty;
    bool among_first = false;
    double reciprocal_rank = 0;
    for (std::size_t i = 0; i < response.hits.size(); ++i) {
        const std::string& id = response.hits[i].entity.id;
        if (i < 3 && first.contains(id)) among_first = true;
        if (reciprocal_rank == 0 && expected.contains(id))
            reciprocal_rank = 1.0 / static_cast<double>(i + 1);
    }
    tally.among_first += among_first ? 1 : 0;
    tally.reciprocal_ranks += reciprocal_rank;
    if (!among_first) tally.missed.push_back(written);
}

std::map<std::string, Tally> judge_all() {
    const auto snapshot = embedded_snapshot();
    const Searcher searcher(snapshot, kToday, Language::pl);
    std::map<std::string, Tally> tallies;
    std::istringstream lines(
        read_file(std::string(WESPOL_SOURCE_DIR) + "/tests/relevance/queries.jsonl"));
    for (std::string line; std::getline(lines, line);) {
        const nlohmann::json query = nlohmann::json::parse(line);
        const Parameters parameters{{"q", query.at("query")}};
        const DecodedRequest decoded = decode_request(parameters, snapshot->references());
        judge(query, searcher.search(decoded.request), tallies[query.at("kind")]);
    }
    return tallies;
}

std::string table(const std::map<std::string, Tally>& tallies) {
    std::string text =
        fmt::format("{:16} {:>5} {:>6} {:>6} {:>6}\n", "kind", "n", "s@3", "MRR", "empty");
    for (const auto& [kind, tally] : tallies) {
        text +=
            fmt::format("{:16} {:5} {:6.2f} {:6.2f} {:6.2f}\n", kind, tally.queries,
                        tally.success_at_3(), tally.mean_reciprocal_rank(), tally.empty_share());
        for (const std::string& missed : tally.missed)
            text += "    " + missed + "\n";
    }
    return text;
}

}  // namespace

TEST_CASE("Judged queries find what a reasonable person expects") {
    const std::map<std::string, Tally> tallies = judge_all();
    INFO(table(tallies));
    for (const auto& [kind, floor] : kFloors) {
        INFO(kind);
        const Tally& tally = tallies.at(kind);
        CHECK(tally.success_at_3() >= floor.success_at_3);
        CHECK(tally.mean_reciprocal_rank() >= floor.mean_reciprocal_rank);
        CHECK(tally.empty_share() <= floor.most_empty);
    }
    CHECK(tallies.at("nothing_exists").wrongly_found == 0);
}
