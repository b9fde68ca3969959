// SPDX-License-Identifier: GPL-3.0-or-later
// What is suggested: over the embedded catalogue what people type, over invented ones the rules.
#include "core/search/completer.h"

#include "core/search/near_place.h"
#include "tests/support/catalogue_index.h"
#include "tests/support/catch.hpp"
#include "tests/support/server_fixture.h"

#include <algorithm>
#include <set>

using namespace wespol;
using namespace wespol::test;

namespace {

using Texts = std::vector<std::string>;

const CompletionTable& embedded_table() {
    static const CompletionTable table(embedded_catalogue(), *test_analyzer());
    return table;
}

std::vector<Suggestion> suggest(const CompletionTable& table, std::string_view text,
                                Language language = Language::pl) {
    return Completer(table, *test_analyzer(), language).complete(text);
}

/// "concept: catering", "entity: Spółdzielnia … (Poznań)".
std::string written(const Suggestion& suggestion) {
    std::string text = std::string(code(suggestion.kind)) + ": " + suggestion.label;
    if (suggestion.detail) text += " (" + *suggestion.detail + ")";
    return text;
}

Texts written(const std::vector<Suggestion>& suggestions) {
    Texts texts;
    for (const Suggestion& each : suggestions)
        texts.push_back(written(each));
    return texts;
}

std::string lines(const Texts& texts) {
    std::string all;
    for (const std::string& each : texts)
        all += each + "\n";
    return all;
}

bool stands_in(const Texts& texts, const std::string& wanted, std::size_t among) {
    const auto end = texts.begin() + static_cast<std::ptrdiff_t>(std::min(among, texts.size()));
    return std::find(texts.begin(), end, wanted) != end;
}

Entity entity(std::string id, std::string name, std::string town = "Gniezno") {
    Entity made;
    made.id = std::move(id);
    made.name = std::move(name);
    made.town = std::move(town);
    made.legal_form = "fundacja";
    return made;
}

CompletionTable table_of(std::vector<Entity> entities) {
    Catalogue catalogue = test_catalogue();
    catalogue.entities = std::move(entities);
    return CompletionTable(catalogue, *test_analyzer());
}

}  // namespace

TEST_CASE("what people begin to type in the embedded catalogue is among the first suggestions") {
    struct Row {
        const char* typed;
        const char* wanted;
        std::size_t among;
    };
    const auto [typed, wanted, among] = GENERATE(values<Row>({
        {"cat", "concept: catering", 1},
        {"CATER", "concept: catering", 1},
        {"spo", "concept: spółdzielnia socjalna", 1},
        {"spó", "concept: spółdzielnia socjalna", 1},
        {"spółdzielni soc", "concept: spółdzielnia socjalna", 1},
        {"socjalna spół", "concept: spółdzielnia socjalna", 1},
        {"fun", "concept: fundacja", 1},
        {"fur", "entity: Spółdzielnia Socjalna FURIA (Poznań)", 1},
        {"furia poz", "entity: Spółdzielnia Socjalna FURIA (Poznań)", 1},
        {"poznan fur", "entity: Spółdzielnia Socjalna FURIA (Poznań)", 1},
        {"wtz", "concept: warsztat terapii zajęciowej (WTZ)", 1},
        {"gnie", "place: Gniezno (powiat gnieźnieński)", 1},
        {"Gnieźnie", "place: Gniezno (powiat gnieźnieński)", 1},
        {"kon", "place: Konin", 3},
        {"nowy tom", "place: Nowy Tomyśl (powiat nowotomyski)", 1},
        {"catering kon", "place: catering Konin", 3},
        {"catering w gnie", "place: catering Gniezno (powiat gnieźnieński)", 3},
        {"catering pod Gnieznem", "place: catering Gniezno (powiat gnieźnieński)", 3},
        {"catering nowy tom", "place: catering Nowy Tomyśl (powiat nowotomyski)", 3},
        {"catering koło gnie", "place: catering Gniezno (powiat gnieźnieński)", 1},
        {"kolo", "place: Koło (powiat kolski)", 1},
        {"pier", "concept: garmażeria (pierogi)", 3},
        {"pierogów", "concept: garmażeria (lepienie pierogów)", 1},
        {"brelok", "product: brelok z pyrą (Klunkry Wielkopolskie)", 3},
        {"laundr", "concept: pralnia (laundry)", 1},
        {"праль", "concept: pralnia (пральня)", 1},
    }));
    const Texts found = written(suggest(embedded_table(), typed));
    INFO(typed << "\n" << lines(found));
    CHECK(stands_in(found, wanted, among));
    CHECK(found.size() <= kMaxSuggestions);
}

TEST_CASE("concepts are called in the language asked for, and the other name typed is told") {
    const auto [typed, language, wanted] = GENERATE(table<std::string, Language, std::string>({
        {"cat", Language::en, "concept: catering"},
        {"spół", Language::en, "concept: social cooperative (spółdzielnia socjalna)"},
        {"кейт", Language::uk, "concept: кейтеринг"},
        {"кейт", Language::pl, "concept: catering (кейтеринг)"},
        {"szwaln", Language::pl, "concept: szycie (szwalnia)"},
    }));
    const Texts found =
        written(suggest(CompletionTable(test_catalogue(), *test_analyzer()), typed, language));
    INFO(typed << "\n" << lines(found));
    CHECK(stands_in(found, wanted, 3));
}

TEST_CASE("every suggestion leads somewhere") {
    const auto typed = GENERATE(values<std::string>(
        {"sp", "ko", "ca", "br", "po", "catering kon", "dab", "osoby", "fundacja pi", "zaz"}));
    for (const Suggestion& each : suggest(embedded_table(), typed)) {
        INFO(typed << ": " << written(each));
        CHECK_FALSE(each.label.empty());
        CHECK_FALSE(each.kind_label.empty());
        CHECK((each.entity || !canonical_query(each.search).empty()));
    }
}

TEST_CASE("a product is suggested with its brand, and with a search for where that has no pages") {
    // The first has a maker, of the second no source settles who that is.
    const auto [typed, label, id] = GENERATE(table<std::string, std::string, std::string>({
        {"brelok", "brelok z pyrą", "brelok-z-pyra"},
        {"torba z rys", "torba z rysunkiem rzeki Warty", "torba-z-warta"},
    }));
    const auto found = suggest(embedded_table(), typed);
    const auto suggestion = std::ranges::find(found, label, &Suggestion::label);
    INFO(typed << "\n" << lines(written(found)));
    REQUIRE(suggestion != found.end());
    REQUIRE(suggestion->product);
    CHECK(suggestion->product->brand == "klunkry_wielkopolskie");
    CHECK(suggestion->product->id == id);
    CHECK_FALSE(suggestion->entity);
    CHECK(suggestion->search.text == label);
}

TEST_CASE("addresses are those of the thing suggested") {
    const auto [typed, label, query] = GENERATE(table<std::string, std::string, std::string>({
        {"cateri", "catering", "branza=catering"},
        {"fundacj", "fundacja", "forma=fundacja"},
        {"gnie", "Gniezno", "blisko=Gniezno"},
        {"catering gnie", "catering Gniezno", "q=catering%20Gniezno"},
        {"nowy tom", "Nowy Tomyśl", "blisko=Nowy%20Tomy%C5%9Bl"},
        {"torba z rys", "torba z rysunkiem rzeki Warty", "q=torba%20z%20rysunkiem%20rzeki%20Warty"},
    }));
    const auto found = suggest(embedded_table(), typed);
    const auto suggestion = std::find_if(found.begin(), found.end(), [&](const Suggestion& each) {
        return each.label == label && !each.entity;
    });
    INFO(typed << "\n" << lines(written(found)));
    REQUIRE(suggestion != found.end());
    CHECK(canonical_query(suggestion->search) == query);
}

TEST_CASE("nothing is suggested where nothing can be gone on from") {
    const auto typed = GENERATE(
        values<std::string>({"", " ", "f", "ł", "\"", "-", "...", "catering -kon", "-kon", "xqzw",
                             "w", "a b c d e f g h i j k l m n o p q r s t u v w x y z ab cd"}));
    INFO(typed);
    CHECK(suggest(embedded_table(), typed).empty());
}

TEST_CASE("several places of one name lead to different ones") {
    const auto found = suggest(embedded_table(), "dąbrowa");
    std::set<std::pair<double, double>> positions;
    std::size_t places = 0;
    for (const Suggestion& each : found) {
        if (each.kind != SuggestionKind::place) continue;
        ++places;
        const auto near =
            near_named(embedded_catalogue().references.region, each.search.near.value().text);
        REQUIRE(near);
        positions.emplace(near->lat, near->lon);
    }
    INFO(lines(written(found)));
    CHECK(places > 1);
    CHECK(positions.size() == places);
}

TEST_CASE("villages wait for the third letter, towns do not") {
    const auto has_village = [](std::string_view typed) {
        const auto found = suggest(embedded_table(), typed);
        return std::any_of(found.begin(), found.end(), [](const Suggestion& each) {
            const auto& localities = embedded_catalogue().references.region.localities();
            return each.kind == SuggestionKind::place &&
                   std::none_of(localities.begin(), localities.end(), [&](const Locality& place) {
                       return place.kind == "miasto" && place.name == each.label;
                   });
        });
    };
    CHECK_FALSE(has_village("po"));
    CHECK(has_village("podani"));
}

TEST_CASE("the beginning of a name comes before a word inside it, active before ended") {
    Entity ended = entity("skonczona", "Alfa zakończona");
    ended.activity = "zakonczony";
    const CompletionTable made =
        table_of({ended, entity("srodek", "Grupa Alfa"), entity("poczatek", "Alfa żywa", "Konin"),
                  entity("koniec", "Beta Alfabet")});
    const std::string active = "entity: Alfa żywa (Konin)";
    const std::string gone = "entity: Alfa zakończona (Gniezno · zakończył działalność)";
    const std::string begun = "entity: Beta Alfabet (Gniezno)";
    const std::string whole = "entity: Grupa Alfa (Gniezno)";
    CHECK(written(suggest(made, "alf")) == Texts{active, gone, begun, whole});
    // The whole word before a longer one.
    CHECK(written(suggest(made, "alfa")) == Texts{active, gone, whole, begun});
}

TEST_CASE("one kind does not fill the list") {
    std::vector<Entity> many;
    for (int i = 0; i < 40; ++i)
        many.push_back(entity("kon-" + std::to_string(i), "Koń " + std::to_string(i)));
    const auto found = suggest(table_of(many), "kon");
    CHECK(found.size() == kMaxSuggestions);
    CHECK(std::count_if(found.begin(), found.end(), [](const Suggestion& each) {
              return each.kind == SuggestionKind::place;
          }) == 1);
}

TEST_CASE("an entity is suggested once, whichever of its names goes on") {
    Entity made = entity("jedna", "Omega Gniezno");
    made.short_name = "Omega";
    made.aliases = {"OMEGA", "Omegalit", "Stara Omega"};
    const CompletionTable names = table_of({made});
    CHECK(written(suggest(names, "ome")) == Texts{"entity: Omega Gniezno (Gniezno)"});
    CHECK(written(suggest(names, "omegal")) == Texts{"entity: Omega Gniezno (Omegalit · Gniezno)"});
    CHECK(written(suggest(names, "stara o")) ==
          Texts{"entity: Omega Gniezno (Stara Omega · Gniezno)"});
}

TEST_CASE("hostile text is answered like any other") {
    const auto typed = GENERATE(values<std::string>(
        {std::string(256, 'a'), std::string(128, '*') + "ka", "\xE2\x80\x8F\xE2\x80\x8Bka",
         "ka\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81", "🥟 pier", "„pier", "(((((",
         "\xEF\xBF\xBD"}));
    INFO(typed);
    CHECK(suggest(embedded_table(), typed).size() <= kMaxSuggestions);
}

TEST_CASE("a number and its letter are one word however they are written") {
    const CompletionTable table = table_of({entity("a", "Przedszkole 2 A Słoneczko")});
    for (const char* typed : {"przedszkole 2 A", "przedszkole 2a", "2A słon", "2 A słon"}) {
        INFO(typed);
        CHECK(written(suggest(table, typed)) ==
              Texts{"entity: Przedszkole 2 A Słoneczko (Gniezno)"});
    }
}
