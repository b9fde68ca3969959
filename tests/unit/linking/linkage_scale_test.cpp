// SPDX-License-Identifier: GPL-3.0-or-later
// The linker on many names: the official list of public-benefit organisations where it is at hand,
// and 100,000 made-up records (hidden; run with "[.bench]").
#include "indexer/linking/linker.h"
#include "tests/support/catch.hpp"
#include "tests/unit/linking/embedded_linker.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

using namespace wespol;

namespace {

struct ListRow {
    std::string krs, name, town;
};

/// Rows of comma-separated values with quotes and line breaks inside; enough for this one list.
std::vector<std::vector<std::string>> read_csv(std::istream& in) {
    std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
    bool is_quoted = false;
    for (char c = 0; in.get(c);) {
        std::string& field = rows.back().back();
        if (c == '"' && is_quoted && in.peek() == '"')
            field += static_cast<char>(in.get());
        else if (c == '"')
            is_quoted = !is_quoted;
        else if (c == ',' && !is_quoted)
            rows.back().emplace_back();
        else if (c == '\n' && !is_quoted)
            rows.emplace_back(1);
        else if (c != '\r')
            field += c == '\n' ? ' ' : c;
    }
    return rows;
}

std::vector<ListRow> official_list() {
    std::ifstream in(WESPOL_SOURCE_DIR "/../shared/registers/opp_organisations.csv");
    std::vector<ListRow> list;
    if (!in) return list;
    for (const auto& row : read_csv(in))
        if (row.size() == 8 && row[0] != "LP") list.push_back({row[1], row[3], row[7]});
    return list;
}

LinkageRecord record_of(const ListRow& row) {
    LinkageRecord record;
    record.id = row.krs;
    record.name = row.name;
    record.town = row.town;
    return record;
}

/// One letter of the longest word is lost.
std::string with_slip(const std::string& name, std::mt19937& random) {
    std::size_t begin = 0, best = 0, length = 0;
    for (std::size_t i = 0; i <= name.size(); ++i) {
        const bool is_letter = i < name.size() && name[i] >= 'A' && name[i] <= 'Z';
        if (is_letter) continue;
        if (i - begin > length) {
            best = begin;
            length = i - begin;
        }
        begin = i + 1;
    }
    if (length < 6) return name;
    std::string slipped = name;
    return slipped.erase(best + 1 + random() % (length - 2), 1);
}

}  // namespace

TEST_CASE("the official list: names with slips find themselves, hidden ones nobody", "[linkage]") {
    const std::vector<ListRow> list = official_list();
    if (list.empty()) {
        WARN("skipped: the official list (../shared/registers) is not at hand");
        return;
    }
    std::mt19937 random(20261122);
    std::vector<LinkageRecord> entities, incoming;
    std::vector<std::string> expected;
    for (const ListRow& row : list) {
        const bool is_hidden = random() % 10 < 3;
        LinkageRecord record = record_of(row);
        if (!is_hidden) entities.push_back(record);
        record.id.clear();
        if (random() % 2 == 0) record.name = with_slip(record.name, random);
        incoming.push_back(record);
        expected.push_back(is_hidden ? "" : row.krs);
    }
    const Linker linker(test::test_analyzer(), test::embedded_catalogue().references.region,
                        entities);
    const std::vector<LinkResult> results = linker.link_all(incoming);
    int present = 0, found = 0, wrong = 0;
    for (std::size_t i = 0; i < results.size(); ++i) {
        const bool is_present = !expected[i].empty();
        present += is_present;
        if (results[i].band == Band::different) continue;
        const bool is_right =
            linker.entities()[results[i].candidates.front().entity].id == expected[i];
        found += is_right;
        if (results[i].band == Band::linked && !is_right) ++wrong;
    }
    INFO(found << " of " << present << " found, " << wrong << " of " << results.size()
               << " wrongly linked");
    CHECK(100 * found >= 98 * present);
    // The list itself has a few bodies of one name in one town.
    CHECK(1000 * wrong <= static_cast<int>(results.size()));
}

TEST_CASE("100,000 made-up records link in under a minute", "[.bench]") {
    const Region& region = test::embedded_catalogue().references.region;
    std::mt19937 random(1);
    const auto pick = [&](const auto& list) { return list[random() % std::size(list)]; };
    constexpr const char* forms[]{"Stowarzyszenie", "Fundacja", "Spółdzielnia Socjalna",
                                  "Warsztat Terapii Zajęciowej"};
    constexpr const char* common[]{
        "Pomocy",      "na Rzecz Osób Niepełnosprawnych", "Przyjaciół Dzieci",
        "Rozwoju Wsi", "Integracji Społecznej",           "Miłośników Kultury"};
    constexpr const char* syllables[]{"ba", "ro",  "ki",  "mu",  "ze",  "lo",  "wi",
                                      "ta", "ny",  "sza", "dre", "pol", "gar", "fi",
                                      "hu", "cze", "mo",  "ra",  "lin"};
    std::vector<std::string> proper;
    for (int i = 0; i < 20'000; ++i) {
        std::string word = "Z";
        for (std::size_t n = 2 + random() % 3; n > 0; --n)
            word += pick(syllables);
        proper.push_back(word);
    }
    constexpr std::size_t size = 100'000;
    std::vector<LinkageRecord> entities(size), incoming(size);
    for (std::size_t i = 0; i < size; ++i) {
        const Locality& town = region.localities()[random() % region.localities().size()];
        entities[i].id = "e" + std::to_string(i);
        entities[i].name = std::string(pick(forms)) + " " + pick(common) + " „" + pick(proper) +
                           (random() % 2 ? " " + pick(proper) : std::string()) + "”";
        entities[i].town = town.name;
        entities[i].municipality = town.municipality;
        incoming[i].name = entities[i].name;
        incoming[i].town = town.name;
        if (random() % 4 == 0) incoming[i].name.erase(incoming[i].name.size() - 5, 1);
    }
    const auto start = std::chrono::steady_clock::now();
    const Linker linker(test::test_analyzer(), region, entities);
    const std::chrono::duration<double> prepared = std::chrono::steady_clock::now() - start;
    const std::vector<LinkResult> results = linker.link_all(incoming);
    const std::chrono::duration<double> whole = std::chrono::steady_clock::now() - start;
    std::size_t right = 0, wrong = 0;
    for (std::size_t i = 0; i < size; ++i) {
        if (results[i].band == Band::different) continue;
        const bool is_right = results[i].candidates.front().entity == i;
        right += is_right;
        wrong += !is_right && results[i].band == Band::linked;
    }
    std::cout << "prepared in " << prepared.count() << " s, all in " << whole.count() << " s; "
              << right << " right first, " << wrong << " wrongly linked of " << size << '\n';
    CHECK(whole.count() < 60);
    CHECK(right > size * 9 / 10);
}
