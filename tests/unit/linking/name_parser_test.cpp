// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/linking/name_parser.h"

#include "core/analysis/folding.h"
#include "indexer/linking/edit_distance.h"
#include "tests/support/catch.hpp"
#include "tests/unit/linking/embedded_linker.h"

#include <set>
#include <string>

#include <fmt/format.h>
#include <fmt/ranges.h>

using namespace wespol;

namespace {

const PlaceHintFinder& places() {
    static const PlaceHintFinder finder(test::embedded_catalogue().references.region,
                                        *test::test_analyzer());
    return finder;
}

/// Folded and sorted by nothing: "spoldzielnia_socjalna | furia | Poznań".
std::string in_short(const std::string& name) {
    NameParser parser(*test::test_analyzer(), places());
    const ParsedName parsed = parser.parse(name);
    return parsed.form + " | " + fold_words(text_of(parsed.core)) + " | " + text_of(parsed.places);
}

}  // namespace

TEST_CASE("names are taken apart into form, words and places", "[name_parser]") {
    const auto [name, expected] = GENERATE(table<std::string, std::string>({
        {"Spółdzielnia Socjalna „Furia” (Poznań)", "spoldzielnia_socjalna | furia | Poznań"},
        {"Sp. soc. Furia z Poznania", "spoldzielnia_socjalna | furia | Poznania"},
        {"Dobrą Spółdzielnię Socjalną", "spoldzielnia_socjalna | dobra | "},
        {"Horyzont – Spółdzielnia Socjalna Osób Prawnych (Pniewy)",
         "spoldzielnia_socjalna | horyzont | Pniewy"},
        {"Stowarzyszene „Serce” w Rakoniewicach", "stowarzyszenie | serce | Rakoniewicach"},
        {"Warsztaty Terapii Zajęciowej w Gnieźnie", "wtz |  | Gnieźnie"},
        {"ZAZ w Koźminie Wlkp.", "zaz |  | Koźminie Wlkp"},
        {"Spółdzielnia Socjalna K.O.S.S.", "spoldzielnia_socjalna | koss | "},
        {"Przedsiębiorstwo społeczne Stara Łubianka", " | stara lubianka | "},
        {"Spółdzielnia Socjalna ?Stara Łubianka?", "spoldzielnia_socjalna | stara lubianka | "},
        {"Towarzystwo Pomocy im. św. Brata Alberta",
         "stowarzyszenie | towarzystwo pomocy brata alberta | "},
        {"CIS Fundacji „Barka”", "cis |  | "},
        {"warsztat krawiecki Stowarzyszenia Pogotowie Społeczne", " | warsztat krawiecki | "},
        {"PSONI Koło w Kole",
         "stowarzyszenie | polskie osob niepelnosprawnoscia intelektualna kolo | Kole"},
        {"", " |  | "},
        {"(((", " |  | "},
    }));
    INFO(name);
    CHECK(in_short(name) == expected);
}

TEST_CASE("operators, numbers and identifiers of a name are told from its words", "[name_parser]") {
    NameParser parser(*test::test_analyzer(), places());
    CHECK(fold_words(text_of(parser.parse("WTZ Gębice (operator Empatia)").operator_words)) ==
          "empatia");
    CHECK(fold_words(text_of(parser.parse("WTZ Fundacji „Mielnica” w Koninie").operator_words)) ==
          "mielnica");
    CHECK(parser.parse("WTZ nr 2 w Koninie").numbers == std::vector<std::string>{"2"});
    CHECK(parser.parse("Fundacja im. Jana Pawła II").numbers.empty());
    CHECK(parser.parse("Szkoła Muzyczna I i II Stopnia").numbers ==
          std::vector<std::string>{"i", "ii"});
    CHECK(parser.parse("RODZICE I DZIECI W KONINIE").numbers.empty());
    const auto identifiers = parser.parse("„Tacy Sami” KRS 0000206172 (brak NIP)").identifiers;
    REQUIRE(identifiers.size() == 1);
    CHECK(identifiers[0] == Identifier{IdentifierKind::krs, "0000206172"});
}

TEST_CASE("a village named with its municipality is one place", "[name_parser]") {
    NameParser parser(*test::test_analyzer(), places());
    const auto piła = parser.parse("Nasz Dom (Piła, gm. Chocz)").places;
    REQUIRE(piła.size() == 1);
    REQUIRE(piła[0].candidates.size() == 1);
    CHECK(piła[0].candidates[0].municipality == "302001");

    const auto leonow = parser.parse_town("Leonów / Leonowo (gm. Borek Wlkp.)");
    REQUIRE_FALSE(leonow.empty());
    CHECK(leonow[0].candidates.at(0).municipality == "300401");
}

TEST_CASE("inflected towns of the region are found", "[name_parser]") {
    const auto [written, town] =
        GENERATE(table<std::string, std::string>({{"z Kwilcza", "kwilcz"},
                                                  {"we Wrześni", "wrzesnia"},
                                                  {"w Pile", "pila"},
                                                  {"ze Słupcy", "slupca"},
                                                  {"z Gostynia", "gostyn"},
                                                  {"w Wieleniu", "wielen"},
                                                  {"z Wągrowca", "wagrowiec"},
                                                  {"w Nowym Tomyślu", "nowy tomysl"},
                                                  {"z Murowanej Gośliny", "murowana goslina"},
                                                  {"w Kole", "kolo"},
                                                  {"w Ostrowie Wlkp.", "ostrow wielkopolski"},
                                                  {"z Pniew", "pniewy"}}));
    NameParser parser(*test::test_analyzer(), places());
    const auto found = parser.parse("Fundacja Zmyślona " + written).places;
    INFO(written);
    REQUIRE(found.size() == 1);
    bool has_town = false;
    for (const PlaceCandidate& each : found[0].candidates)
        has_town = has_town || each.locality == town;
    CHECK(has_town);
}

TEST_CASE("an accent tells villages apart in any case", "[name_parser]") {
    const auto [written, municipalities] = GENERATE(table<std::string, std::string>({
        {"w Łubowie", "300306"},
        {"z Lubowa", "302408"},
        {"w Goraju", "300205"},
        {"w Góraju", "300902"},
        {"w Borówcu", "302109 302304"},
        {"w Borowcu", "301704"},
        {"w Skarżyniu", "301307 302704"},  // of Skarżyń, and of Skarżyn for all that is known
    }));
    NameParser parser(*test::test_analyzer(), places());
    const auto found = parser.parse("Fundacja Zmyślona " + written).places;
    INFO(written);
    REQUIRE(found.size() == 1);
    std::set<std::string> codes;
    for (const PlaceCandidate& each : found[0].candidates)
        codes.insert(each.municipality);
    CHECK(fmt::format("{}", fmt::join(codes, " ")) == municipalities);
}

TEST_CASE("slips of the hand are counted within bounds", "[edit_distance]") {
    CHECK(edit_distance("bukowisko", "bukowsko", 2) == 1);
    CHECK(edit_distance("rodzina", "rodizna", 2) == 1);
    CHECK(edit_distance("aktyw", "aktywni", 1) == 2);
    CHECK(edit_distance("", "abc", 3) == 3);
    CHECK(edit_distance("", "abcd", 3) == 4);
    CHECK(edit_distance(std::string(100, 'a'), std::string(99, 'a'), 2) == 3);
    CHECK(are_mistyped("promyk", "promik"));
    CHECK_FALSE(are_mistyped("arka", "area"));
    CHECK_FALSE(are_mistyped("arka", "arka"));
}
