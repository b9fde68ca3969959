// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/concept_finder.h"

#include "core/search/concept_reading.h"
#include "core/search/query_parser.h"
#include "tests/support/catch.hpp"
#include "tests/unit/analysis/test_analyzer.h"

using namespace wespol;

namespace {

Concept trade(std::string code, std::string polish, std::vector<std::string> words,
              std::string english, std::string ukrainian) {
    Concept made;
    made.code = std::move(code);
    made.labels = {std::move(polish), std::move(english), std::move(ukrainian)};
    made.synonyms[0] = std::move(words);
    return made;
}

const ConceptFinder& finder() {
    static const ConceptFinder made = [] {
        References references;
        references.industry = *Vocabulary::make(
            "branże",
            {trade("pralnia", "pralnia", {"pranie", "prać"}, "laundry", "пральня"),
             trade("sprzatanie", "sprzątanie", {"firma sprzątająca"}, "cleaning", "прибирання"),
             trade("mycie_okien", "mycie okien", {"okna bez smug"}, "window cleaning",
                   "миття вікон"),
             trade("piekarnictwo", "piekarnictwo", {"pieczenie", "chcę upiec"}, "bakery",
                   "пекарня"),
             trade("opieka_nad_dziecmi", "opieka nad dziećmi", {"żłobek"}, "childcare",
                   "догляд за дітьми"),
             trade("kurier", "usługi kurierskie", {"paczka"}, "parcel", "посилка"),
             trade("turystyka", "turystyka", {"wycieczka"}, "lake", "озеро"),
             trade("naprawy", "drobne naprawy", {"złota rączka"}, "handyman", "ремонт"),
             trade("zielen", "zieleń", {"kosić"}, "greenery", "зелень")});
        return ConceptFinder(references, test::analyzer());
    }();
    return made;
}

std::string read(std::string_view text) {
    const ParsedQuery query = parse_query(text, test::analyzer());
    std::string meanings;
    for (const QueryClause& clause : with_concepts(query.tree, finder()).clauses)
        if (const auto* named = std::get_if<QueryConcept>(&clause.what))
            for (const ConceptCode& each : named->concepts)
                meanings += (meanings.empty() ? "" : " ") + each.code;
    return meanings;
}

}  // namespace

TEST_CASE("Words name a concept in any form and in three languages, the longest name first") {
    struct Case {
        const char* text;
        const char* concepts;
    };
    for (const Case& each :
         {Case{"pralnię", "pralnia"}, Case{"praniem", "pralnia"}, Case{"laundry", "pralnia"},
          Case{"пральня", "pralnia"}, Case{"myciu okien", "mycie_okien"},
          Case{"window cleaning", "mycie_okien"}, Case{"cleaning", "sprzatanie"},
          Case{"opieka nad dziecmi", "opieka_nad_dziecmi"},
          Case{"pralnia i sprzatanie", "pralnia sprzatanie"},
          Case{"tania pralnia Konin", "pralnia"}, Case{"okien mycie", ""}, Case{"-pralnia", ""},
          Case{"\"mycie okien\"", ""}, Case{"helikopter", ""}, Case{"", ""}}) {
        INFO(each.text);
        CHECK(read(each.text) == each.concepts);
    }
}

TEST_CASE("The words themselves stay in the query, in their order") {
    const ParsedQuery query = parse_query("ekologiczne mycie okien -konin", test::analyzer());
    const QueryTree tree = with_concepts(query.tree, finder());
    REQUIRE(tree.clauses.size() == 3);
    const auto& named = std::get<QueryConcept>(tree.clauses[1].what);
    CHECK(named.words.size() == 2);
    CHECK(named.words.back().surface == "okien");
    CHECK(tree.clauses[2].excluded);
}

TEST_CASE("Names of several words are met without diacritics, verbs without their prefix") {
    // Alone "raczka" is a form of "raczek".
    for (const char* text : {"zlota raczka", "złota raczka", "zlotej raczki", "zlote raczki",
                             "złota rączka", "ZLOTA RACZKA"}) {
        INFO(text);
        CHECK(read(text) == "naprawy");
    }
    CHECK(read("raczka").empty());
    CHECK(read("skosić") == "zielen");
    CHECK(read("wykosić działkę") == "zielen");
    CHECK(read("kosić") == "zielen");
    CHECK(read("zanosić").empty());
}

TEST_CASE("The words of a record meet names with their diacritics; those of a query need not") {
    const auto named_in = [](std::string_view text) {
        std::string codes;
        for (const FoundConcepts& found : finder().find(text, test::analyzer()))
            for (const ConceptCode& each : found.concepts)
                codes += (codes.empty() ? "" : " ") + each.code;
        return codes;
    };
    struct Case {
        const char* text;
        const char* concepts;
    };
    for (const Case& each :
         {Case{"Pieczenie chleba", "piekarnictwo"}, Case{"PIECZENIE CHLEBA", "piekarnictwo"},
          Case{"dbają o to pięciu członków", ""}, Case{"z pięcioma pracowniami", ""},
          Case{"opiekę nad dziećmi", "opieka_nad_dziecmi"},
          Case{"OPIEKA NAD DZIECMI", "opieka_nad_dziecmi"}}) {
        INFO(each.text);
        CHECK(named_in(each.text) == each.concepts);
    }
    CHECK(read("opieke nad dziecmi") == "opieka_nad_dziecmi");
}

TEST_CASE("A word in another language is no form of a Polish word") {
    struct Case {
        const char* text;
        const char* concepts;
    };
    for (const Case& each :
         {Case{"parcel", "kurier"}, Case{"parcels", "kurier"}, Case{"Parcel delivery", "kurier"},
          Case{"parcela", ""}, Case{"parcele pod lasem", ""}, Case{"paczki", "kurier"},
          Case{"lake", "turystyka"}, Case{"łąka", ""}, Case{"łąkę", ""}, Case{"laka", ""}}) {
        INFO(each.text);
        CHECK(read(each.text) == each.concepts);
    }
    CHECK(finder().find("podział na parcele, łąka", test::analyzer()).empty());
    CHECK(finder().find("Parcel Office", test::analyzer()).size() == 1);
}
