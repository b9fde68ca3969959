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
