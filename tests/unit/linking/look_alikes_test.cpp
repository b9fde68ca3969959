// SPDX-License-Identifier: GPL-3.0-or-later
// Names that differ by one sign or syllable and mean two bodies, and by their side those that
// differ as much and mean one.
#include "indexer/linking/name_pair.h"
#include "tests/support/catch.hpp"
#include "tests/unit/linking/embedded_linker.h"

#include <string>

using namespace wespol;

namespace {

void check_linked(const std::string& a, const std::string& b, bool is_linked) {
    for (const auto& [left, right] : {std::pair(a, b), std::pair(b, a)}) {
        const Comparison found = compare_listed_names(test::embedded_linker(), left, right);
        INFO(left << " | " << right << ": " << found.score << " " << in_short(found.evidence, 9));
        CHECK((found.band == Band::linked) == is_linked);
    }
}

}  // namespace

TEST_CASE("a negated participle is another word than its opposite", "[linkage]") {
    const auto [a, b, is_linked] = GENERATE(table<std::string, std::string, bool>({
        {"Stowarzyszenie Rodziców Dzieci Niesłyszących (Poznań)",
         "Stowarzyszenie Rodziców Dzieci Słyszących (Poznań)", false},
        {"Fundacja Wspierania Niewidzących (Poznań)", "Fundacja Wspierania Widzących (Poznań)",
         false},
        {"Stowarzyszenie Pomocy Niepracującym (Konin)", "Stowarzyszenie Pomocy Pracującym (Konin)",
         false},
        {"Stowarzyszenie „Kochane Psy” (Konin)", "Stowarzyszenia „Niekochanych Psów” z Konina",
         false},
        {"Stowarzyszenie Rodziców Dzieci Niesłyszących (Poznań)",
         "STOWARZYSZENIE RODZICÓW DZIECI NIESŁYSZĄCYCH, Poznań", true},
        {"Fundacja Wspierania Niewidzących (Poznań)", "Fundacji Wspierania Niewidzących z Poznania",
         true},
        {"Stowarzyszenie „Niechciane Koty” (Konin)", "Stowarzyszenia „Niechcianych Kotów” z Konina",
         true},
    }));
    check_linked(a, b, is_linked);
}

TEST_CASE("villages that differ by an accent are two places", "[linkage]") {
    const auto [a, b, is_linked] = GENERATE(table<std::string, std::string, bool>({
        {"Koło Gospodyń Wiejskich w Łubowie", "Koło Gospodyń Wiejskich w Lubowie", false},
        {"Koło Gospodyń Wiejskich (Różnowo)", "Koło Gospodyń Wiejskich (Rożnowo)", false},
        {"Spółdzielnia Socjalna „Malina” (Łubowo)", "Spółdzielnia Socjalna „Malina” z Lubowa",
         false},
        {"Spółdzielnia Socjalna „Malina” w Borówcu", "Spółdzielnia Socjalna „Malina” (Borowiec)",
         false},
        {"Koło Gospodyń Wiejskich w Łubowie", "KGW ŁUBOWO", true},
        {"Spółdzielnia Socjalna „Malina” (Łubowo)", "Spółdzielnia Socjalna „Malina” w Łubowie",
         true},
        // No village is written so: accents that were left out do no harm.
        {"Spółdzielnia Socjalna „Malina” (Łubowice)", "Spółdzielnia Socjalna „Malina” (Lubowice)",
         true},
    }));
    check_linked(a, b, is_linked);
}

TEST_CASE("the numeral I is no conjunction", "[linkage]") {
    const auto [a, b, is_linked] = GENERATE(table<std::string, std::string, bool>({
        {"Fundacja im. Jana Pawła II (Poznań)", "Fundacja im. Jana Pawła I (Poznań)", false},
        {"Fundacja im. Jana Pawła II w Poznaniu", "Fundacja im. Jana Pawła I w Poznaniu", false},
        {"Stowarzyszenie Przyjaciół I LO (Turek)", "Stowarzyszenie Przyjaciół LO (Turek)", false},
        {"STOWARZYSZENIE PRZYJACIÓŁ I LO (TUREK)", "STOWARZYSZENIE PRZYJACIÓŁ LO (TUREK)", false},
        {"Stowarzyszenie Przyjaciół I Liceum Ogólnokształcącego (Leszno)",
         "Stowarzyszenie Przyjaciół Liceum Ogólnokształcącego (Leszno)", false},
        {"Stowarzyszenie Przyjaciół I Liceum Ogólnokształcącego (Leszno)",
         "Stowarzyszenie Przyjaciół II Liceum Ogólnokształcącego (Leszno)", false},
        {"Stowarzyszenie Przyjaciół I LO (Turek)", "STOWARZYSZENIE PRZYJACIÓŁ I LO, TUREK", true},
        {"Fundacja im. Jana Pawła II (Poznań)", "Fundacja imienia Jana Pawła II w Poznaniu", true},
        {"Stowarzyszenie Rodziców i Przyjaciół (Turek)",
         "STOWARZYSZENIE RODZICÓW I PRZYJACIÓŁ (TUREK)", true},
        {"Stowarzyszenie Rodziców i Przyjaciół (Turek)",
         "Stowarzyszenie Rodziców I Przyjaciół (Turek)", true},
        {"Stowarzyszenie Absolwentów Gimnazjum i Liceum (Turek)",
         "STOWARZYSZENIE ABSOLWENTÓW GIMNAZJUM I LICEUM (TUREK)", true},
    }));
    check_linked(a, b, is_linked);
}
