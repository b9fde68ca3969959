// SPDX-License-Identifier: GPL-3.0-or-later
// What the linker must leave to a person: a number in the wrong row, a village without its
// municipality, a name without a place, words that differ in more than their case.
#include "indexer/linking/name_pair.h"
#include "tests/support/catch.hpp"
#include "tests/unit/linking/embedded_linker.h"

#include <string>
#include <utility>
#include <vector>

using namespace wespol;

namespace {

LinkResult link(const LinkageRecord& record) {
    const Linker& linker = test::embedded_linker();
    RecordAnalyzer analyzer = linker.record_analyzer();
    return linker.link(linker.analyze(record, analyzer));
}

std::string id_of(const LinkCandidate& candidate) {
    return test::embedded_linker().entities()[candidate.entity].id;
}

}  // namespace

TEST_CASE("a number of one entity with the name of another is for a person", "[linkage]") {
    const auto [name, town] = GENERATE(table<std::string, std::string>({
        {"Spółdzielnia Socjalna Furia", "Poznań"},
        {"Fundacja Mielnica", "Konin"},
    }));
    const std::string nip = "6652807387";  // of Fundacja Otwarcie
    LinkageRecord record;
    record.name = name;
    record.town = town;
    REQUIRE(link(record).band == Band::linked);
    const std::string expected = id_of(link(record).candidates.front());
    record.nip = nip;
    const LinkResult found = link(record);
    REQUIRE(found.band == Band::ambiguous);
    REQUIRE(found.candidates.size() >= 2);
    const auto& owner = test::embedded_linker().entities()[found.candidates[0].entity];
    CHECK(owner.nip == nip);
    CHECK(id_of(found.candidates[1]) == expected);
    CHECK(found.reason.find(nip) != std::string::npos);
    CHECK(found.reason.find(owner.name) != std::string::npos);

    record.name = "Zupełnie Zmyślona Nazwa";  // of nobody: in another town for a person
    CHECK((link(record).band == Band::linked) == (town == owner.town));
    record.town = owner.town;  // here the number decides
    CHECK(link(record).band == Band::linked);
    record.name = owner.name;
    CHECK(link(record).band == Band::linked);
    CHECK(link(record).reason.empty());
}

TEST_CASE("a known name and town with a number that is not theirs is for a person", "[linkage]") {
    const auto [krs, nip] = GENERATE(table<std::string, std::string>({
        {"0000193043", ""},  // two digits of 0000193034 change places
        {"", "7781346888"},  // valid, of somebody else
        {"0000193043", "7781346888"},
    }));
    LinkageRecord record;
    record.name = "Stowarzyszenie Radość Niepełnosprawnym";
    record.town = "Ostrzeszów";
    REQUIRE(link(record).band == Band::linked);
    if (!krs.empty()) record.krs = krs;
    if (!nip.empty()) record.nip = nip;
    const LinkResult found = link(record);
    CHECK(found.band == Band::ambiguous);
    REQUIRE_FALSE(found.candidates.empty());
    CHECK(id_of(found.candidates.front()) == "krs-0000193034");
    CHECK(found.reason.find("różny " + std::string(krs.empty() ? "NIP" : "KRS")) !=
          std::string::npos);
    CHECK(found.reason.find(krs.empty() ? nip : krs) != std::string::npos);
    CHECK(found.reason.find(krs.empty() ? "5140254890" : "0000193034") != std::string::npos);

    record.name = "Fundacja Zmyślonej Chmurki";  // of nobody: no question either
    CHECK(link(record).band == Band::different);
}

TEST_CASE("what a row says against a holder is for a person, however well the rest agrees",
          "[linkage]") {
    const std::string psoni =
        "Polskie Stowarzyszenie na rzecz Osób z Niepełnosprawnością Intelektualną ";
    const auto [name, town, id,
                band] = GENERATE_COPY(table<std::string, std::string, std::string, Band>({
        {psoni + "Koło w Poznaniu", "Poznań", "krs-0000027919", Band::linked},
        {psoni + "Koło w Cieszynie", "Poznań", "krs-0000027919", Band::ambiguous},
        {psoni + "Koło w Żychlinie", "Poznań", "krs-0000027919", Band::ambiguous},
        {"Stowarzyszenie Domów Pomocy Społecznej \"Pomoc\" w Koninie", "Konin", "krs-0000225992",
         Band::linked},
        {"Stowarzyszenie Domów Pomocy Społecznej \"Pomoc\" w Koninie", "Poznań", "krs-0000225992",
         Band::ambiguous},
        {"Zakład Aktywności Zawodowej w Koninie", "Konin", "zaz-posada", Band::linked},
        {"Pracownia Ekonomii Społecznej „Ładne rzeczy”", "Poznań", "ladne-rzeczy-poznan",
         Band::linked},
        {"Fundacja „Ładne rzeczy”", "Poznań", "ladne-rzeczy-poznan", Band::ambiguous},
        {"Spółdzielnia Socjalna „Ładne rzeczy”", "Poznań", "ladne-rzeczy-poznan", Band::ambiguous},
        {"ZAZ „Ładne rzeczy”", "Poznań", "ladne-rzeczy-poznan", Band::ambiguous},
        {"Stowarzyszenie na Rzecz Osób Niepełnosprawnych „Iskra”", "Poznań", "krs-0000059075",
         Band::linked},
        {"Stowarzyszenie Osób Niepełnosprawnych i Ich Rodzin „Iskra”", "Poznań", "krs-0000059075",
         Band::ambiguous},
    }));
    LinkageRecord record;
    record.name = name;
    record.town = town;
    const LinkResult found = link(record);
    INFO(name << ", " << town << ": "
              << (found.candidates.empty()
                      ? "nobody"
                      : in_short(found.candidates.front().comparison.evidence, 9)));
    CHECK(code(found.band) == code(band));
    REQUIRE_FALSE(found.candidates.empty());
    CHECK(id_of(found.candidates.front()) == id);
}

TEST_CASE("a name within another is linked only where it is all that the other quotes",
          "[linkage]") {
    const auto [a, b, band] = GENERATE(table<std::string, std::string, Band>({
        {"Fundacja „Pro Arte” (Poznań)", "Fundacja Pro Veritate et Arte (Poznań)", Band::ambiguous},
        {"Stowarzyszenie Przeworsk – Powiat Bezpieczny (Piła)",
         "Stowarzyszenie „Bezpieczny Powiat” (Piła)", Band::ambiguous},
        {"Stowarzyszenie na Rzecz Dzieci „Zmyślona Perła” (Poznań)",
         "Stowarzyszenie Seniorów „Zmyślona Perła” (Poznań)", Band::ambiguous},
        {"Stowarzyszenie na Rzecz Dzieci „Zmyślona Perła” (Poznań)",
         "Stowarzyszenie „Zmyślona Perła” (Poznań)", Band::linked},
        {"Stowarzyszenie na Rzecz Dzieci „Zmyślona Perła” (Poznań)",
         "STOWARZYSZENIE ZMYŚLONA PERŁA (Poznań)", Band::linked},
        {"Fundacja „Zmyślona Perła” (Poznań)", "FUNDACJA ZMYŚLONA PERŁA (Poznań)", Band::linked},
    }));
    for (const auto& [left, right] : {std::pair(a, b), std::pair(b, a)}) {
        const Comparison found = compare_listed_names(test::embedded_linker(), left, right);
        INFO(left << " | " << right << ": " << found.score << " " << in_short(found.evidence, 9));
        CHECK(code(found.band) == code(band));
    }
}

TEST_CASE("villages of one name are told apart by their municipality", "[linkage]") {
    const auto [a, b, most] = GENERATE(table<std::string, std::string, Band>({
        {"KGW Nowa Wieś (gm. Kleczew)", "KGW Nowa Wieś (gm. Wronki)", Band::different},
        {"KGW Nowa Wieś (gm. Zbąszyń)", "KGW Nowa Wieś (gm. Wronki)", Band::different},
        {"OSP Józefów (gm. Kępno)", "OSP Józefów (gm. Kawęczyn)", Band::different},
        {"KGW „Borowianki” Borowo (gm. Czempiń)", "KGW „Borowianki” Borowo (gm. Kłecko)",
         Band::different},
        {"KGW w Dąbrowie (gm. Kuślin)", "KGW w Dąbrowie (gm. Krotoszyn)", Band::different},
        {"KGW Nowa Wieś (pow. koniński)", "KGW Nowa Wieś (pow. szamotulski)", Band::different},
        {"KGW Nowa Wieś", "KGW Nowa Wieś (gm. Wronki)", Band::ambiguous},
        {"KGW w Nowej Wsi", "KGW Nowa Wieś", Band::ambiguous},
        {"WTZ w Dąbrowie", "WTZ Dąbrowa", Band::ambiguous},
        {"ZAZ Gołaszewo", "Zakład Aktywności Zawodowej w Gołaszewie", Band::linked},
        {"KGW Nowa Wieś (gm. Wronki)", "Koło Gospodyń Wiejskich w Nowej Wsi, gmina Wronki",
         Band::linked},
        {"KGW Nowa Wieś (gm. Kleczew)", "Koło Gospodyń Wiejskich Nowa Wieś, gmina Kleczew",
         Band::linked},
        {"ZAZ w Pile", "Zakład Aktywności Zawodowej Piła", Band::linked},
    }));
    const Comparison found = compare_listed_names(test::embedded_linker(), a, b);
    INFO(a << " | " << b << ": " << found.score << " " << in_short(found.evidence, 9));
    CHECK(found.band <= most);
    if (most != Band::different) CHECK(found.band != Band::different);
    if (most == Band::linked) CHECK(found.band == Band::linked);
}

TEST_CASE("towns far from each other are not near because a village bears the name", "[linkage]") {
    const Comparison found = compare_listed_names(test::embedded_linker(), "Kościan", "Kalisz");
    for (const Evidence& each : found.evidence)
        CHECK(each.says.find("pobliska") == std::string::npos);
}

TEST_CASE("a common name without a place links to nobody", "[linkage]") {
    const auto [a, b] = GENERATE(table<std::string, std::string>({
        {"Fundacja „Nasz Dom”", "Fundacja „Nasz Dom” (Piła)"},
        {"Stowarzyszenie „Razem”", "Stowarzyszenie „Razem” (Września)"},
        {"Spółdzielnia Socjalna „Smak” (Konin)", "Spółdzielnia Socjalna „Smaki” (Konin)"},
        {"Spółdzielnia Socjalna „Ogród” (Konin)", "Spółdzielnia Socjalna „Ogrody” (Konin)"},
        {"Spółdzielnia Socjalna Aktywni (Koło)", "Spółdzielnia Socjalna Aktywna (Koło)"},
    }));
    const Comparison found = compare_listed_names(test::embedded_linker(), a, b);
    INFO(a << " | " << b << ": " << found.score << " " << in_short(found.evidence, 9));
    CHECK(found.band == Band::ambiguous);
}

TEST_CASE("SS is the form of a social cooperative, at the beginning of a name", "[linkage]") {
    const auto band = [](const std::string& a, const std::string& b) {
        return compare_listed_names(test::embedded_linker(), a, b).band;
    };
    CHECK(band("SS „Zmyślona Perła” Poznań", "Spółdzielnia Socjalna „Zmyślona Perła” (Poznań)") ==
          Band::linked);
    CHECK(band("SS „Zmyślonej Perły” (Poznań)",
               "Spółdzielnia Socjalna „Zmyślona Perła” (Poznań)") != Band::different);
    CHECK(band("SS „Zmyślona Perła” (Poznań)", "Fundacja „Zmyślona Perła” (Poznań)") ==
          Band::different);
}

TEST_CASE("the seat of a record says which village its name means", "[linkage]") {
    const Linker& linker = test::embedded_linker();
    RecordAnalyzer analyzer = linker.record_analyzer();
    const auto circle = [&](const std::string& municipality) {
        LinkageRecord record;
        record.name = "KGW Nowa Wieś";
        record.legal_form = "kgw";
        record.town = "Nowa Wieś";
        record.municipality = municipality;
        return linker.analyze(record, analyzer);
    };
    const std::string wronki = "302408", zbaszyn = "301506", kleczew = "301004";
    CHECK(linker.compare(circle(wronki), circle(wronki)).band == Band::linked);
    CHECK(linker.compare(circle(wronki), circle(zbaszyn)).band == Band::different);
    CHECK(linker.compare(circle(wronki), circle(kleczew)).band == Band::different);
}
