// SPDX-License-Identifier: GPL-3.0-or-later
// Typing mistakes over the real catalogue, from two tables of tests/relevance: what must be found
// all the same, and what must not be corrected. Half of each was looked at while the corrector was
// built, the other half only at its end.
#include "core/search/searcher.h"
#include "core/support/files.h"
#include "tests/support/catalogue_index.h"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <sstream>

#include <fmt/format.h>

using namespace wespol;
using namespace wespol::test;

namespace {

constexpr Day kToday{std::chrono::year{2026} / 11 / 21};

std::vector<std::vector<std::string>> rows(const std::string& table) {
    std::istringstream lines(
        read_file(std::string(WESPOL_SOURCE_DIR) + "/tests/relevance/" + table));
    std::vector<std::vector<std::string>> rows;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with('#')) continue;
        std::istringstream cells(line);
        rows.emplace_back();
        for (std::string cell; std::getline(cells, cell, '\t');)
            rows.back().push_back(cell);
    }
    return rows;
}

const Searcher& searcher() {
    static const Searcher made(embedded_snapshot(), kToday, Language::pl);
    return made;
}

SearchResponse search(const std::string& text) {
    SearchRequest request;
    request.text = text;
    return searcher().search(request);
}

/// What the words meant would find first stands among the first three.
bool finds(const SearchResponse& typed, const SearchResponse& meant) {
    if (meant.hits.empty()) return false;
    const std::size_t shown = std::min<std::size_t>(typed.hits.size(), 3);
    return std::any_of(typed.hits.begin(), typed.hits.begin() + static_cast<std::ptrdiff_t>(shown),
                       [&](const Hit& hit) { return hit.entity.id == meant.hits[0].entity.id; });
}

struct Half {
    int rows = 0, right = 0;
    std::string wrong;
    double share() const { return static_cast<double>(right) / rows; }
};

std::string report(const std::map<std::string, Half>& halves) {
    std::string text;
    for (const auto& [name, half] : halves)
        text += fmt::format("half {}: {} of {}\n{}", name, half.right, half.rows, half.wrong);
    return text;
}

}  // namespace

TEST_CASE("Typing mistakes find what was meant") {
    std::map<std::string, Half> halves;
    for (const auto& row : rows("typing_mistakes.tsv")) {
        const SearchResponse typed = search(row[1]);
        const SearchResponse meant = search(row[2]);
        const bool is_right = finds(typed, meant);
        Half& half = halves[row[0]];
        ++half.rows;
        half.right += is_right ? 1 : 0;
        if (!is_right)
            half.wrong +=
                fmt::format("    {} → {} instead of {} ({} found)\n", row[1],
                            typed.understood.corrected.value_or("nothing"), row[2], meant.total);
    }
    INFO(report(halves));
    CHECK(halves["a"].share() >= 0.95);
    CHECK(halves["b"].share() >= 0.95);
}

TEST_CASE("What nobody has is not corrected into something else") {
    std::map<std::string, Half> halves;
    for (const auto& row : rows("words_that_stay.tsv")) {
        const SearchResponse typed = search(row[1]);
        const bool is_right = !typed.understood.corrected;
        Half& half = halves[row[0]];
        ++half.rows;
        half.right += is_right ? 1 : 0;
        if (!is_right)
            half.wrong += fmt::format("    {} → {} ({} found)\n", row[1],
                                      typed.understood.corrected.value_or("itself"), typed.total);
    }
    INFO(report(halves));
    CHECK(halves["a"].share() >= 0.95);
    CHECK(halves["b"].share() >= 0.95);
}
