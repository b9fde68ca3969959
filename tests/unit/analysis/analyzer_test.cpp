// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/analyzer.h"

#include "tests/support/catch.hpp"
#include "tests/unit/analysis/test_analyzer.h"

#include <algorithm>

using namespace wespol;
using test::analyzer;

namespace {

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("Lemmas are folded, distinct and sorted, in whatever case the word stands") {
    const struct {
        std::string_view word;
        Words lemmas;
    } cases[] = {
        {"pierogów", {"pierog"}},
        {"szkole", {"szkola"}},
        {"koninie", {"konin", "konina"}},
        {"KONINIE", {"konin", "konina"}},
        {"sprzątamy", {"sprzatac"}},
        {"sprzątanie", {"sprzatac", "sprzatanie"}},
        {"spoldzielnia", {"spoldzielnia"}},
        {"wozkow", {"wozek"}},
        {"wlkp", {"wielkopolski"}},
        // Unknown in any spelling: itself, and its stem that only meets stems.
        {"Klunkrów", {"klunkrow", "klunkr~"}},
        {"klunkry", {"klunkry", "klunkr~"}},
        {"kgw", {"kgw"}},
        {"пральню", {"пральн~", "пральню"}},
        // Not words of a language we know: themselves.
        {"60-001", {"60-001"}},
        {"2A", {"2a"}},
        {"Ἀθῆναι", {"ἀθῆναι"}},
    };
    for (const auto& [word, lemmas] : cases) {
        CAPTURE(word);
        CHECK(analyzer().lemmas(word) == lemmas);
    }
}

TEST_CASE("A text becomes words with surface, lemmas and offsets") {
    const std::string text = "„Furia”: szycie w Gnieźnie 🍰 62-200";
    const auto words = analyzer().analyze(text);
    REQUIRE(words.size() == 5);
    CHECK(words[0].surface == "furia");
    CHECK(words[1].lemmas == Words{"szyc", "szycie"});
    CHECK(words[3].surface == "gnieznie");
    CHECK(words[3].lemmas == Words{"gniezno"});
    CHECK(words[4].surface == "62-200");
    CHECK(analyzer().analyze("ul. Południowa 2 A").back().surface == "2a");
    for (const AnalyzedWord& word : words)
        CHECK(text.substr(word.token.begin, word.token.end - word.token.begin) == word.token.text);
}

TEST_CASE("Every word has a surface and a lemma, even in hostile texts") {
    const std::string texts[] = {
        std::string(1 << 20, 'a'),
        std::string("\0a\0", 3),
        "\xED\xA0\x80x",
        std::string(5000, '*'),
        "🍰🍰",
        "\u202Eabc\u202C",
        "a\u200B\u200B\u200Bb",
        "é́́́́́́́́",
        "\u0301\u0301",
        "ﷺ ㍿ ½ Ⅳ",
        std::string(10'000, '\xFF'),
    };
    for (const std::string& text : texts) {
        for (const AnalyzedWord& word : analyzer().analyze(text)) {
            CHECK_FALSE(word.surface.empty());
            REQUIRE_FALSE(word.lemmas.empty());
            CHECK(std::is_sorted(word.lemmas.begin(), word.lemmas.end()));
            CHECK(word.lemmas.front() != "");
        }
    }
}

TEST_CASE("The fingerprint names rules, Unicode and dictionary") {
    const std::string& fingerprint = analyzer().fingerprint();
    CHECK(fingerprint.find("rules ") != std::string::npos);
    CHECK(fingerprint.find("dictionary ") != std::string::npos);
}

TEST_CASE("An acronym with dots is the acronym") {
    const std::vector<AnalyzedWord> words = analyzer().analyze("Z.A.Z. Piła");
    REQUIRE(words.size() == 2);
    CHECK(words.front().surface == "zaz");
    CHECK(words.front().lemmas == analyzer().lemmas("zaz"));
    CHECK(words.front().token.text == "Z.A.Z");
}

TEST_CASE("The z o.o. of a company is one word, however it is dotted") {
    for (const std::string text : {"Mebel sp. z o.o. Konin", "Mebel sp. z o. o., Konin",
                                   "mebel sp z o o konin", "MEBEL SP Z OO KONIN"}) {
        CAPTURE(text);
        const auto words = analyzer().analyze(text);
        REQUIRE(words.size() == 4);
        CHECK(words[2].surface == "z.o.o");
        CHECK(words[3].surface == "konin");
    }
    // A preposition and letters, and a zoo, are what they are.
    CHECK(analyzer().analyze("z o, o").size() == 3);
    CHECK(analyzer().analyze("z ogrodu").size() == 2);
    CHECK(analyzer().analyze("zoo").front().surface == "zoo");
}

TEST_CASE("What is typed without diacritics may be a form of several words") {
    const auto has = [](const Words& words, std::string_view wanted) {
        return std::find(words.begin(), words.end(), wanted) != words.end();
    };
    CHECK(has(analyzer().guessed_lemmas("raczki"), "raczka"));
    CHECK(has(analyzer().guessed_lemmas("raczki"), "raczek"));
    CHECK(has(analyzer().guessed_lemmas("kola"), "kolo"));
    CHECK(analyzer().guessed_lemmas("rączki").empty());
    CHECK(analyzer().guessed_lemmas("62-500").empty());
    CHECK(analyzer().guessed_lemmas("").empty());
}

TEST_CASE("What Polish does not know may be an English plural") {
    const struct {
        std::string_view plural, singular;
    } cases[] = {{"caterers", "caterer"}, {"laundries", "laundry"}, {"boxes", "box"}};
    for (const auto& [plural, singular] : cases) {
        CAPTURE(plural);
        const Words lemmas = analyzer().lemmas(plural);
        CHECK(std::find(lemmas.begin(), lemmas.end(), singular) != lemmas.end());
        CHECK(std::is_sorted(lemmas.begin(), lemmas.end()));
    }
    CHECK(analyzer().lemmas("klunkrus") == Words{"klunkrus", "klunkrus~"});
}

TEST_CASE("Base forms keep the diacritics that lemmas lose") {
    const auto base_forms = [](std::string_view word) {
        return analyzer().base_forms(analyzer().analyze(word).front());
    };
    CHECK(base_forms("pięcioma") == Words{"pięć"});
    CHECK(base_forms("WÓZKÓW") == Words{"wózek"});
    CHECK(base_forms("wozkow") == Words{"wózek"});
    CHECK(base_forms("klunkry") == Words{"klunkry", "klunkr~"});
}
