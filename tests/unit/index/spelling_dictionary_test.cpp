// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/spelling_dictionary.h"

#include "core/index/typing_costs.h"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace wespol;

namespace {

/// By plain dynamic programming over whole words, without sharing or leaving out anything.
int cost_between(const std::string& typed, const std::string& meant) {
    const std::string codes = *letter_codes(meant);
    TypingDistance distance(*letter_codes(typed));
    for (std::size_t depth = 1; depth <= codes.size(); ++depth)
        distance.follow(codes, depth);
    return distance.cost(codes.size());
}

std::string nearest(const SpellingDictionary& dictionary, const std::string& typed) {
    const auto found = dictionary.nearest(typed, 2 * kWholeMistake, 1);
    return found.empty() ? "" : found.front().folded;
}

}  // namespace

TEST_CASE(
    "A slip of the ear costs less than a slip of the finger, and that less than another word") {
    struct Case {
        const char *typed, *meant;
        int at_least, at_most;
    };
    const Case cases[] = {
        {"furia", "furia", 0, 0},
        {"furja", "furia", 1, kSlightMistake},                // i/j
        {"spuldzielnia", "spoldzielnia", 1, kSlightMistake},  // ó/u
        {"rzywnosc", "zywnosc", 1, kSlightMistake},           // rz/ż
        {"chospicjum", "hospicjum", 1, kSlightMistake},       // ch/h
        {"sprzontanie", "sprzatanie", 1, kSlightMistake},     // ą/on
        {"gembice", "gebice", 1, kSlightMistake},             // ę/em
        {"cattering", "catering", 1, kWholeMistake - 1},      // doubled
        {"kejtering", "catering", 1, kWholeMistake - 1},      // as it is spoken
        {"fiszka", "fishka", 1, kSlightMistake},              // sz/sh
        {"catreing", "catering", 1, kWholeMistake - 1},       // swapped
        {"caterimg", "catering", 1, kWholeMistake - 1},       // neighbouring keys
        {"cateing", "catering", 1, kWholeMistake},            // lost
        {"cateping", "catering", kWholeMistake, kWholeMistake},
        {"пральна", "пральня", 1, kWholeMistake},
        {"atering", "catering", kWholeMistake, 2 * kWholeMistake},  // the first letter
        {"geodeta", "gazeta", kWholeMistake + 1, 100},
    };
    for (const Case& each : cases) {
        INFO(each.typed);
        CHECK(cost_between(each.typed, each.meant) >= each.at_least);
        CHECK(cost_between(each.typed, each.meant) <= each.at_most);
    }
}

TEST_CASE("Words of other signs than letters have no letter codes") {
    for (const char* text : {"", "a4", "żółw", "kontakt@furia", "λόγος", "…"})
        CHECK_FALSE(letter_codes(text));
    CHECK_FALSE(letter_codes(std::string(kMaxSpelledLetters + 1, 'a')));
    for (const char* text : {"furia", "пральня", "ґанок", "їжа"})
        CHECK(from_letter_codes(letter_codes(text).value()) == text);
}

TEST_CASE("The nearest word is the one that was likely meant") {
    const SpellingDictionary dictionary({{"furia", 1, true, ""},
                                         {"kuria", 1, false, ""},
                                         {"catering", 9, false, ""},
                                         {"rekodzielo", 4, false, "rękodzieło"},
                                         {"пральня", 1, false, ""},
                                         {"ab", 1, true, ""},
                                         {"a4", 1, true, ""}});
    CHECK_FALSE(dictionary.contains("ab"));
    CHECK_FALSE(dictionary.contains("a4"));
    CHECK(nearest(dictionary, "furja") == "furia");
    CHECK(nearest(dictionary, "cattering") == "catering");
    CHECK(nearest(dictionary, "пральна") == "пральня");
    CHECK(nearest(dictionary, "geodeta").empty());
    CHECK(nearest(dictionary, "furia") == "kuria");  // never the word itself
    CHECK(nearest(dictionary, "2015").empty());
    CHECK(nearest(dictionary, "").empty());
    CHECK(dictionary.nearest("rekodzelo", kWholeMistake, 1).front().spelling == "rękodzieło");
    CHECK(SpellingDictionary().nearest("furja", kWholeMistake, 5).empty());
}

TEST_CASE("Of equally near words the one of a name wins, then the frequent one") {
    const SpellingDictionary dictionary({{"bara", 9, false, ""},
                                         {"barb", 1, true, ""},
                                         {"barc", 1, false, ""},
                                         {"barb", 1, false, ""}});
    const auto found = dictionary.nearest("barl", kWholeMistake, 9);
    REQUIRE(found.size() == 3);
    CHECK(found[0].folded == "barb");
    CHECK(dictionary.has_name("barb"));
    CHECK_FALSE(dictionary.has_name("bara"));
}

TEST_CASE("Initials are known but never suggested, unless they are a word somewhere") {
    const SpellingDictionary dictionary(
        {{"zazl", 9, true, "", true}, {"sddk", 1, true, "", true}, {"sddk", 1, false, "", false}});
    CHECK(dictionary.contains("zazl"));
    CHECK(nearest(dictionary, "zazu").empty());
    CHECK(nearest(dictionary, "sddl") == "sddk");
}

TEST_CASE("Leaving out what cannot be near leaves out nothing that is") {
    std::vector<SpellingWord> words;
    std::uint32_t random = 1;
    const auto next = [&](std::uint32_t below) {
        random = random * 1664525 + 1013904223;
        return (random >> 16) % below;
    };
    for (int i = 0; i < 3000; ++i) {
        std::string word;
        for (std::uint32_t letters = 3 + next(5); letters > 0; --letters)
            word += "aeouinrzsch"[next(11)];
        words.push_back({word, 1, false, ""});
    }
    const SpellingDictionary dictionary(words);
    for (int i = 0; i < 40; ++i) {
        const std::string& typed = words[next(3000)].folded;
        std::vector<std::string> expected;
        for (const SpellingWord& word : words) {
            const int cost = cost_between(typed, word.folded);
            if (cost > 0 && cost <= kWholeMistake) expected.push_back(word.folded);
        }
        std::sort(expected.begin(), expected.end());
        expected.erase(std::unique(expected.begin(), expected.end()), expected.end());
        std::vector<std::string> found;
        for (const SpellingSuggestion& each : dictionary.nearest(typed, kWholeMistake, 3000))
            found.push_back(each.folded);
        std::sort(found.begin(), found.end());
        CHECK(found == expected);
    }
}

TEST_CASE("A name is known by its beginning, however much of it is missing, up to a mistake") {
    const SpellingDictionary dictionary({{"sredzianka", 1, true, "średzianka"},
                                         {"sredzka", 1, true, ""},
                                         {"sredzkiego", 1, false, ""},
                                         {"sredzak", 9, true, "", true},
                                         {"sredzianskiewicza", 1, true, ""},
                                         {"sledz", 9, false, ""}});
    const auto found = dictionary.names_beginning("sredz", 5);
    REQUIRE(found.size() == 2);  // neither initials nor what is no name nor what is far longer
    CHECK(found[0].folded == "sredzka");
    CHECK(found[1].folded == "sredzianka");
    CHECK(found[1].spelling == "średzianka");
    CHECK(found[1].cost < kWholeMistake);
    CHECK(dictionary.names_beginning("sredz", 1).size() == 1);
    CHECK(dictionary.names_beginning("zz", 5).empty());
    CHECK(dictionary.names_beginning("", 5).empty());
    CHECK(dictionary.names_beginning("12", 5).empty());
}
