// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/vocabulary.h"

#include "tests/support/catch.hpp"

#include <string>
#include <vector>

using namespace wespol;

namespace {

Concept labelled(const std::string& code, const std::string& polish,
                 const std::string& english = "") {
    Concept made;
    made.code = code;
    made.labels = {polish, english, ""};
    return made;
}

Concept gardening() {
    Concept gardening = labelled("ogrodnictwo_probne", "ogrodnictwo próbne", "trial gardening");
    gardening.synonyms = {std::vector<std::string>{"Zieleń (próbna)", "próbne ogrody"},
                          std::vector<std::string>{"gardens"}, std::vector<std::string>{"сад"}};
    return gardening;
}

Concept catering() {
    Concept catering = labelled("posilki", "posiłki");
    catering.broader = "gastronomia_probna";
    return catering;
}

Concept food() {
    return labelled("gastronomia_probna", "gastronomia próbna", "food");
}

}  // namespace

TEST_CASE("a concept is found by any of its words", "[vocabulary]") {
    const auto vocabulary = Vocabulary::make("industry", {gardening(), catering(), food()}).value();
    const auto [word, expected] = GENERATE(table<std::string, std::string>({
        {"ogrodnictwo_probne", "ogrodnictwo_probne"},
        {"OGRODNICTWO PRÓBNE", "ogrodnictwo_probne"},
        {"zielen probna", "ogrodnictwo_probne"},
        {"Gardens", "ogrodnictwo_probne"},
        {"Сад", "ogrodnictwo_probne"},
        {"POSIŁKI", "posilki"},
        {"posilki", "posilki"},
        {"posiłek", ""},
        {"", ""},
        {"…", ""},
    }));
    INFO(word);
    const Concept* found = vocabulary.find_by_word(word);
    CHECK((found ? found->code : "") == expected);
}

TEST_CASE("labels fall back to Polish, then to the code", "[vocabulary]") {
    const auto vocabulary =
        Vocabulary::make("industry", {catering(), food(), labelled("bez_nazwy", "")}).value();
    CHECK(vocabulary.label("posilki", Language::uk) == "posiłki");
    CHECK(vocabulary.label("gastronomia_probna", Language::en) == "food");
    CHECK(vocabulary.label("bez_nazwy", Language::en) == "bez_nazwy");
    CHECK(vocabulary.label("nieznany", Language::pl) == "nieznany");
}

TEST_CASE("broader concepts come nearest first", "[vocabulary]") {
    const auto vocabulary = Vocabulary::make("industry", {catering(), food()}).value();
    CHECK(vocabulary.with_broader("posilki") ==
          std::vector<std::string>{"posilki", "gastronomia_probna"});
    CHECK(vocabulary.with_broader("nieznany").empty());
}

TEST_CASE("a vocabulary that contradicts itself is refused", "[vocabulary]") {
    Concept clash = food();
    clash.synonyms[0] = {"POSILKI"};
    Concept lost = food();
    lost.related = {"nie_ma"};
    Concept circle = food();
    circle.broader = "posilki";
    const auto [concepts, reason] = GENERATE_COPY(table<std::vector<Concept>, std::string>({
        {{food(), food()}, "występuje dwa razy"},
        {{catering()}, "nieznany kod „gastronomia_probna”"},
        {{lost}, "nieznany kod „nie_ma”"},
        {{catering(), circle}, "nadrzędnym"},
        {{catering(), clash}, "należy do dwóch pojęć: „posilki” i „gastronomia_probna”"},
    }));
    INFO(reason);
    const auto made = Vocabulary::make("industry", concepts);
    REQUIRE_FALSE(made.has_value());
    CHECK(made.error().message.find(reason) != std::string::npos);
}

TEST_CASE("one word may mean different things in different languages", "[vocabulary]") {
    Concept english = food();
    english.synonyms[1] = {"posiłki"};
    const auto vocabulary = Vocabulary::make("industry", {english, catering()}).value();
    CHECK(vocabulary.find_by_word("posiłki")->code == "posilki");
}
