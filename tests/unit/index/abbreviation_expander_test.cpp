// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/abbreviation_expander.h"

#include "core/index/initials.h"
#include "tests/support/catch.hpp"
#include "tests/unit/analysis/test_analyzer.h"

#include <algorithm>
#include <string>
#include <utility>

using namespace wespol;
using test::analyzer;

namespace {

using Words = std::vector<std::string>;

bool has(const Words& words, std::string_view wanted) {
    return std::find(words.begin(), words.end(), wanted) != words.end();
}

OtherWriting other_writing(std::string_view text) {
    static const AbbreviationExpander expander({{"TLM", "Towarzystwo Latających Mebli"},
                                                {"sp. soc.", "spółdzielnia socjalna"},
                                                {"SS", "spółdzielnia socjalna"},
                                                {"LEW", "Liga"},
                                                {"„”", "nic"}},
                                               analyzer());
    return expander.other_writing(analyzer().analyze(text));
}

}  // namespace

TEST_CASE("An abbreviation brings the words of its meaning") {
    CHECK(has(other_writing("WTZ TLM w Kole").lemmas, "towarzystwo"));
    CHECK(has(other_writing("tlm").lemmas, "mebel"));
    CHECK(has(other_writing("Furia sp.soc.").lemmas, "spoldzielnia"));
    CHECK(other_writing("sp. z o.o.").lemmas.empty());
    CHECK(other_writing("").lemmas.empty());
}

TEST_CASE("An abbreviation brings the other ones of its meaning") {
    CHECK(other_writing("Furia sp. soc.").surfaces == Words{"ss"});
    CHECK(other_writing("SS Furia").surfaces == Words{"sp", "soc"});
    CHECK(other_writing("TLM").surfaces.empty());
}

TEST_CASE("The full name in any form brings its abbreviation") {
    CHECK(other_writing("w Towarzystwie Latających Mebli").surfaces == Words{"tlm"});
    CHECK(other_writing("ze spółdzielnią socjalną").surfaces == Words{"sp", "soc", "ss"});
    CHECK(other_writing("LIGI").surfaces == Words{"lew"});
    CHECK(other_writing("Towarzystwo Mebli Latających").surfaces.empty());
    CHECK(other_writing("Towarzystwo Latających").surfaces.empty());
}

TEST_CASE("Initials are made of the words of a long name") {
    const std::pair<std::string_view, std::string_view> cases[] = {
        {"Towarzystwo Przyjaciół Dzieci Oddział w Koninie", "tpd"},
        {"Stowarzyszenie Dom Dla Kotów", "sddk"},
        {"Stowarzyszenie Dom Dla Kotów", "sdk"},
        {"Jarocińska Spółdzielnia Socjalna", "jss"},
        {"Polskie Stowarzyszenie na rzecz Osób z Niepełnosprawnością Intelektualną Koło w Pile",
         "psoni"},
        {"Warsztat Terapii Zajęciowej - Dom Kotów", "wtz"},
    };
    for (const auto& [name, initials] : cases) {
        CAPTURE(std::string(name));
        CHECK(has(initials_of(name, analyzer()), initials));
    }
    // Too short; and a word by itself: whoever types "las" wants a wood.
    for (const std::string_view name : {"", "Bar Mleczny", "Lokalna Akcja Społeczna"}) {
        CAPTURE(std::string(name));
        CHECK(initials_of(name, analyzer()).empty());
    }
}
