// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/profile/readable_name.h"

#include "core/support/files.h"
#include "indexer/profile/record_slug.h"
#include "tests/support/catch.hpp"

#include <string>
#include <vector>

using namespace wespol;

namespace {

const NameWriter& writer() {
    static const NameWriter one(
        std::string(WESPOL_SOURCE_DIR) + "/data",
        MorphologicalDictionary::open(std::string(WESPOL_RESOURCE_DIR) + "/polish.dict"));
    return one;
}

}  // namespace

TEST_CASE("names of a register in readable letters", "[readable_name]") {
    const auto [capitals, name] = GENERATE(table<std::string, std::string>({
        {"STOWARZYSZENIE NA RZECZ OSÓB NIEPEŁNOSPRAWNYCH \"AKTYWNI\"",
         "Stowarzyszenie na Rzecz Osób Niepełnosprawnych \"Aktywni\""},
        {"STOWARZYSZENIE POMOCY POTRZEBUJĄCYM IM.ŚW.ANTONIEGO",
         "Stowarzyszenie Pomocy Potrzebującym im. św. Antoniego"},
        {"KATOLICKIE CENTRUM EDUKACJI IM. ŚW. JANA PAWŁA II W ŚREMIE",
         "Katolickie Centrum Edukacji im. św. Jana Pawła II w Śremie"},
        {"KOŁO PCK I HUFIEC ZHP PRZY OSP", "Koło PCK i Hufiec ZHP przy OSP"},
        {"\"FUNDACJA AWRA\"", "Fundacja Awra"},
        {"FUNDACJA \"W JEDNOŚCI SIŁA\"", "Fundacja \"W Jedności Siła\""},
        {"STOWARZYSZENIE RODZIN \" RAZEM \" W  K.", "Stowarzyszenie Rodzin \"Razem\" w K."},
        {"LESZCZYŃSKIE STOWARZYSZENIE HISTORYCZNO-MILITARNE",
         "Leszczyńskie Stowarzyszenie Historyczno-Militarne"},
        {"STOWARZYSZENIE JAROCIN XXI", "Stowarzyszenie Jarocin XXI"},
        {"FUNDACJA IM. J.KORCZAKA", "Fundacja im. J. Korczaka"},
        {"Fundacja ORCHidea", "Fundacja ORCHidea"},
        {"SZKOŁA NR 105", "Szkoła nr 105"},
    }));
    CHECK(writer().write(capitals).text == name);
}

TEST_CASE("words nobody knows are named as doubtful", "[readable_name]") {
    CHECK(writer().write("FUNDACJA NA RZECZ DZIECI").doubtful.empty());
    CHECK(writer().write("FUNDACJA OKECHAMP").doubtful == std::vector<std::string>{"Okechamp"});
    CHECK(writer().write("KLUB QRTX").text == "Klub QRTX");
}

TEST_CASE("ids by the rule of the data", "[record_slug]") {
    CHECK(entity_id("0000649225", "6070084092", "fundacja", "X", "Y") == "krs-0000649225");
    CHECK(entity_id({}, "6070084092", "fundacja", "X", "Y") == "nip-6070084092");
    CHECK(entity_id({}, {}, "spoldzielnia_socjalna", "Spółdzielnia socjalna ARKADIO", "Szamocin") ==
          "ss-arkadio-szamocin");
    CHECK(entity_id({}, {}, "wtz", "Warsztat Terapii Zajęciowej w Kole", "Koło") ==
          "wtz-w-kole-kolo");
    CHECK(entity_id({}, {}, "inne", "Пральня", "") == "");
    CHECK(certificate_id("2024", "Zakład Aktywności Zawodowej w Słupcy", "Słupca",
                         "obiady domowe") == "zp-2024-zaz-w-slupcy-slupca-obiady-domowe");
    CHECK(certificate_id("2024", std::string(5'000, 'a'), "b", "c").size() <= 100);
}
