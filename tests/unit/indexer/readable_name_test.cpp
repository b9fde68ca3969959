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
        {"STOWARZYSZENIE PRZYJACIÓŁ I LICEUM OGÓLNOKSZTAŁCĄCEGO W LESZNIE",
         "Stowarzyszenie Przyjaciół I Liceum Ogólnokształcącego w Lesznie"},
        {"SZKOŁA MUZYCZNA I I II STOPNIA W KALISZU", "Szkoła Muzyczna I i II Stopnia w Kaliszu"},
        {"SZKOŁA MUZYCZNA I STOPNIA", "Szkoła Muzyczna I Stopnia"},
        {"STOWARZYSZENIE WYCHOWANKÓW GIMNAZJUM I LICEUM",
         "Stowarzyszenie Wychowanków Gimnazjum i Liceum"},
        {"KLUB RODZICÓW I DZIECI", "Klub Rodziców i Dzieci"},
        {"FUNDACJA RATUJEMY.PL", "Fundacja Ratujemy.pl"},
        {"Fundacja ORCHidea", "Fundacja ORCHidea"},
        {"SZKOŁA NR 105", "Szkoła nr 105"},
    }));
    CHECK(writer().write(capitals).text == name);
}

TEST_CASE("words nobody knows are named as doubtful", "[readable_name]") {
    CHECK(writer().write("FUNDACJA NA RZECZ DZIECI").doubtful.empty());
    CHECK(writer().write("FUNDACJA OKECHAMP").doubtful == std::vector<std::string>{"Okechamp"});
    CHECK(writer().write("KLUB QRTX").text == "Klub QRTX");
    CHECK(writer().write("KLUB RODZICÓW I DZIECI").doubtful.empty());
    CHECK(writer().write("GIMNAZJUM I II LICEUM").doubtful == std::vector<std::string>{"i"});
    CHECK(writer().write("KLUB ORZEŁ I").doubtful == std::vector<std::string>{"I"});
}

TEST_CASE("ids by the rule of the data", "[record_slug]") {
    const std::string krs = "0000649225", nip = "6070084092";
    CHECK(entity_id({krs, nip, "fundacja", "X", "Y", ""}) == "krs-0000649225");
    CHECK(entity_id({{}, nip, "fundacja", "X", "Y", ""}) == "nip-6070084092");
    CHECK(entity_id(
              {{}, {}, "spoldzielnia_socjalna", "Spółdzielnia socjalna ARKADIO", "Szamocin", ""}) ==
          "ss-arkadio-szamocin");
    // A unit stands under the numbers of its operator.
    CHECK(entity_id({krs, nip, "wtz", "Warsztat Terapii Zajęciowej w Kole", "Koło", ""}) ==
          "wtz-w-kole-kolo");
    CHECK(entity_id({{}, {}, "kgw", "KGW Nowa Wieś", "Nowa Wieś", "Wronki"}) ==
          "kgw-nowa-wies-wronki");
    const std::string laundry = entity_id({{}, {}, "inne", "Пральня", "", ""});
    CHECK(laundry.starts_with("podmiot-"));
    CHECK(laundry != entity_id({{}, {}, "inne", "Кухня", "", ""}));
    CHECK(certificate_id("2024", "Zakład Aktywności Zawodowej w Słupcy", "Słupca",
                         "obiady domowe") == "zp-2024-zaz-w-slupcy-slupca-obiady-domowe");
    CHECK(certificate_id("2024", std::string(5'000, 'a'), "b", "c").size() <= 100);
}

TEST_CASE("long names that begin alike have ids of their own", "[record_slug]") {
    const std::string start = "Stowarzyszenie na Rzecz Dzieci i Młodzieży ";
    const auto id = [](const std::string& name) {
        return entity_id({{}, {}, "stowarzyszenie", name, "Kalisz", ""});
    };
    CHECK(id(start + "Uzdolnionej") == "stow-na-rzecz-dzieci-i-mlodziezy-uzdolnionej-kalisz");
    CHECK(id(start + "Uzdolnionej") != id(start + "Niepełnosprawnej"));
    const std::string very_long = start + std::string(90, 'a') + " ";
    CHECK(id(very_long + "b").size() <= 100);
    CHECK(id(very_long + "b") != id(very_long + "c"));
    CHECK(certificate_id("2026", start + "Uzdolnionej", "Kalisz", "catering") !=
          certificate_id("2026", start + "Niepełnosprawnej", "Kalisz", "catering"));
}
