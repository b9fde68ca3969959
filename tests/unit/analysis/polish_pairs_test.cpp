// SPDX-License-Identifier: GPL-3.0-or-later
// Words that a Polish search must, and must not, bring together.
#include "core/analysis/folding.h"
#include "tests/support/catch.hpp"
#include "tests/unit/analysis/test_analyzer.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

using namespace wespol;
using test::analyzer;

namespace {

bool meet(std::string_view a, std::string_view b) {
    const auto lemmas_a = analyzer().lemmas(a);
    const auto lemmas_b = analyzer().lemmas(b);
    return std::any_of(lemmas_a.begin(), lemmas_a.end(), [&](const std::string& each) {
        return std::binary_search(lemmas_b.begin(), lemmas_b.end(), each);
    });
}

struct Pair {
    std::string a, b;
    bool should_meet;
};

/// The judged list lies beside the repository, not in it.
std::filesystem::path judged_pairs() {
    if (const char* given = std::getenv("WESPOL_POLISH_PAIRS")) return given;
    return std::filesystem::path(WESPOL_SOURCE_DIR).parent_path() / "shared/facts/polish_pairs.tsv";
}

}  // namespace

TEST_CASE("Pairs of words of the trade") {
    const Pair pairs[] = {
        {"pierogów", "pierogi", true},
        {"szwalni", "szwalnia", true},
        {"cateringu", "catering", true},
        {"opiekunkom", "opiekunka", true},
        {"pralnie", "pralnia", true},
        {"gotujemy", "gotowanie", true},
        {"sprzatanie", "sprzątamy", true},
        {"szyjemy", "szycie", true},
        {"remontujemy", "remontowanie", true},
        {"gnieznie", "Gniezno", true},
        {"lesznie", "Leszno", true},
        {"kaliszu", "Kalisz", true},
        {"pniewach", "Pniewy", true},
        {"kościanie", "Kościan", true},
        {"zlotowie", "Złotów", true},
        {"klunkrów", "klunkry", true},
        {"klunkrami", "Klunkry", true},
        {"POZNANIU", "poznań", true},
        {"rękodzieła", "rekodzielo", true},
        {"dzieci", "dziecko", true},
        {"konin", "koniec", false},
        {"piła", "piłka", false},
        {"szkole", "szkolenie", false},
        {"poznanie", "Poznań", false},
        {"poznać", "Poznań", false},
        {"park", "parking", false},
        {"kurs", "kursor", false},
        {"bar", "barwa", false},
        {"las", "laska", false},
        {"kłodawa", "kłoda", false},
        {"прання", "праця", false},
        {"2A", "2B", false},
    };
    for (const Pair& pair : pairs) {
        CAPTURE(pair.a, pair.b);
        CHECK(meet(pair.a, pair.b) == pair.should_meet);
    }
}

TEST_CASE("The judged pairs: recall of the core and precision at least 0.99") {
    const std::filesystem::path path = judged_pairs();
    std::ifstream file(path);
    if (!file) {
        WARN("skipped: " << path << " is not there; set WESPOL_POLISH_PAIRS to the list");
        return;
    }
    const std::set<std::string> core{"infl", "place", "ger", "fold"};
    std::size_t found = 0, expected = 0, wrong = 0;
    std::string line;
    std::getline(file, line);  // the column names
    while (std::getline(file, line)) {
        std::istringstream columns(line);
        std::string a, b, should_meet, kind;
        std::getline(columns, a, '\t');
        std::getline(columns, b, '\t');
        std::getline(columns, should_meet, '\t');
        std::getline(columns, kind, '\t');
        const bool do_meet = meet(a, b);
        if (core.contains(kind)) {
            ++expected;
            found += do_meet;
            if (!do_meet) UNSCOPED_INFO("missed: " << a << " – " << b);
        } else if (kind == "neg" && do_meet) {
            ++wrong;
            UNSCOPED_INFO("wrong: " << a << " – " << b);
        }
    }
    REQUIRE(expected > 50);
    CHECK(static_cast<double>(found) / static_cast<double>(expected) >= 0.99);
    CHECK(static_cast<double>(found) / static_cast<double>(found + wrong) >= 0.99);
}

TEST_CASE("Places of the region meet in all their cases, also without diacritics") {
    std::ifstream file(std::string(WESPOL_SOURCE_DIR) + "/tests/fixtures/polish/place_names.tsv");
    std::size_t pairs = 0, met_without_diacritics = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with('#')) continue;
        std::istringstream columns(line);
        std::string name, form;
        std::getline(columns, name, '\t');
        while (std::getline(columns, form, '\t')) {
            CAPTURE(name, form);
            CHECK(meet(name, form));
            // "kola" is a word of its own: what is typed so is not taken for "Koła".
            met_without_diacritics += meet(name, fold(form)) ? 1 : 0;
            ++pairs;
        }
    }
    CHECK(pairs > 250);
    CHECK(static_cast<double>(met_without_diacritics) / static_cast<double>(pairs) >= 0.98);
}

TEST_CASE("Microseconds for a word", "[.speed]") {
    const std::string text =
        "Spółdzielnia socjalna w Koźminku prowadzi pralnię i szyje torby, "
        "пральня біля Коніна, klunkry z Nowego Tomyśla. ";
    std::string long_text;
    for (int i = 0; i < 2'000; ++i)
        long_text += text;
    const auto start = std::chrono::steady_clock::now();
    const std::size_t words = analyzer().analyze(long_text).size();
    const std::chrono::duration<double, std::micro> taken =
        std::chrono::steady_clock::now() - start;
    WARN(taken.count() / static_cast<double>(words) << " microseconds for a word");
    CHECK(words > 30'000);
}
