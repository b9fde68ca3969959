// SPDX-License-Identifier: GPL-3.0-or-later
// What a person types → the request spelled out, over the real catalogue: days, states, parameters
// beside words, and hostile texts. Places have a file of their own.
#include "core/search/query_reading.h"

#include "core/search/searcher.h"
#include "tests/support/catalogue_index.h"
#include "tests/support/catch.hpp"
#include "tests/support/cpu_clock.h"
#include "tests/support/query_reading.h"

#include <chrono>
#include <string>
#include <vector>

using namespace wespol;
using namespace wespol::test;

TEST_CASE("One concept is switched off by itself") {
    const auto snapshot = embedded_snapshot();
    const Searcher searcher(snapshot, kReadingDay, Language::pl);
    const SearchRequest one = decoded({{"q", "obiady"}, {"doslownie", "branza:bar_mleczny"}});
    CHECK(written(one) == "q=obiady & doslownie=branza:bar_mleczny");
    const Understood understood = searcher.search(one).understood;
    REQUIRE(understood.concepts.size() == 1);
    CHECK(understood.concepts.front().code == "catering");
    CHECK(understood.concepts.front().rest.empty());
    const SearchResponse without =
        searcher.search(decoded({{"q", "catering"}, {"doslownie", "branza:catering"}}));
    CHECK(without.understood.concepts.empty());
    CHECK(without.total > 0);
}

TEST_CASE("A day the calendar does not have is told") {
    for (const std::string query :
         {"catering na 31 lutego 2015", "catering na dzień 2015-02-30", "catering 31.06.2015"}) {
        INFO(query);
        const QueryReading reading = read(decoded({{"q", query}}));
        CHECK(reading.spelled_out.text == "catering");
        CHECK_FALSE(reading.spelled_out.as_of);
        REQUIRE(reading.notes.size() == 1);
        CHECK(reading.notes.front().in(Language::pl).find("nie ma takiego dnia") !=
              std::string::npos);
    }
}

TEST_CASE("Days in three languages") {
    check_readings({
        {"certyfikaty na 1 czerwca 2015", "certyfikat=wazny & na-dzien=2015-06-01"},
        {"catering w dniu 1.06.2015", "q=catering & na-dzien=2015-06-01"},
        {"catering na dzień 2015-06-01", "q=catering & na-dzien=2015-06-01"},
        {"catering 1 czerwca 2015 r.", "q=catering & na-dzien=2015-06-01"},
        {"catering stan na 01/06/2015", "q=catering & na-dzien=2015-06-01"},
        {"catering on 1 June 2015", "q=catering & na-dzien=2015-06-01"},
        {"catering on June 1st, 2015", "q=catering & na-dzien=2015-06-01"},
        {"кейтеринг 1 червня 2015", "q=кейтеринг & na-dzien=2015-06-01"},
        {"кейтеринг станом на 1 червня 2015 року", "q=кейтеринг & na-dzien=2015-06-01"},
        {"z certyfikatem na 15 XII 2017", "certyfikat=wazny & na-dzien=2017-12-15"},
        {"catering 15 xii 2017 r.", "q=catering & na-dzien=2017-12-15"},
        {"catering 15.XII.2017", "q=catering & na-dzien=2017-12-15"},
        {"catering 21 IV 2015", "q=catering & na-dzien=2015-04-21"},
        {"catering 1 i 2015", "q=catering 1 i 2015"},
        {"catering na 1 czerwca 1915", "q=catering na 1 czerwca 1915"},
        {"catering na 1 czerwca 3015", "q=catering na 1 czerwca 3015"},
        {"catering na 29 lutego 2015", "q=catering"},
        {"catering 2015-06-257", "q=catering 2015-06-257"},
        {"catering 1.257.2015", "q=catering 1.257.2015"},
    });
}

TEST_CASE("States of the certificate and statuses") {
    check_readings({
        {"catering z certyfikatem", "q=catering & certyfikat=wazny"},
        {"certyfikowane", "certyfikat=wazny"},
        {"certyfikowany catering", "q=catering & certyfikat=wazny"},
        {"catering z wygasłym certyfikatem", "q=catering & certyfikat=wygasl"},
        {"catering bez certyfikatu", "q=catering & certyfikat=nigdy & certyfikat=wygasl"},
        {"niecertyfikowane", "q=niecertyfikowane"},
        {"certyfikat wygasa", "certyfikat=wygasa"},
        {"certified catering", "q=catering & certyfikat=wazny"},
        {"catering with an expired certificate", "q=catering & certyfikat=wygasl"},
        {"кейтеринг з сертифікатом", "q=кейтеринг & certyfikat=wazny"},
        {"fundacje OPP", "q=fundacje & status=opp"},
        {"organizacje pożytku publicznego", "status=opp"},
        {"catering z certyfikatem w Gnieźnie na 1 czerwca 2015",
         "q=catering & certyfikat=wazny & blisko=Gniezno & na-dzien=2015-06-01"},
    });
}

TEST_CASE("A parameter wins over words, unless both say the same") {
    struct Asked {
        Parameters parameters;
        std::string expected;
    };
    const std::vector<Asked> rows{
        {{{"q", "catering Konin"}, {"blisko", "Konin"}, {"promien", "50"}},
         "q=catering & blisko=Konin & promien=50"},
        {{{"q", "catering Konin"}, {"promien", "50"}}, "q=catering & blisko=Konin & promien=50"},
        {{{"q", "catering w promieniu 10 km od Konina"}, {"promien", "50"}},
         "q=catering & blisko=Konin & promien=50"},
        {{{"q", "catering Konin"}, {"blisko", "Gniezno"}}, "q=catering Konin & blisko=Gniezno"},
        {{{"q", "catering na 1 czerwca 2015"}, {"na-dzien", "2016-01-01"}},
         "q=catering & na-dzien=2016-01-01"},
        {{{"q", "kgw powiat kolski"}, {"powiat", "3027"}}, "q=kgw & powiat=3009 & powiat=3027"},
        {{{"q", "catering Konin"}, {"doslownie", "miejsce"}},
         "q=catering Konin & doslownie=miejsce"},
        {{{"q", "catering z certyfikatem w Koninie"}, {"doslownie", "stan"}},
         "q=catering z certyfikatem & doslownie=stan & blisko=Konin"},
        {{{"q", "catering Konin na 1 czerwca 2015"}, {"doslownie", "tak"}},
         "q=catering Konin na 1 czerwca 2015 & doslownie=tak"},
        {{{"q", "catering Konin na 1 czerwca 2015"},
          {"doslownie", "dzien"},
          {"doslownie", "miejsce"}},
         "q=catering Konin na 1 czerwca 2015 & doslownie=miejsce & doslownie=dzien"},
        {{{"q", "x"}, {"blisko", "62-500"}}, "q=x & blisko=62-500"},
        {{{"q", "x"}, {"blisko", "dąbrowa (rozdrażew)"}}, "q=x & blisko=Dąbrowa (Rozdrażew)"},
    };
    for (const auto& [parameters, expected] : rows) {
        INFO(expected);
        CHECK(spelled_out(parameters) == expected);
    }
}

TEST_CASE("Hostile text is read in bounded time and never breaks") {
    std::string many_places, prepositions, numbers;
    for (int i = 0; i < 3000; ++i) {
        many_places += "Konin ";
        prepositions += "w koło ";
        numbers += "10 km od ";
    }
    const std::vector<std::string> texts{many_places,
                                         prepositions,
                                         numbers,
                                         std::string(100000, '-'),
                                         "w w w w w w w w Konin",
                                         "\xFF\xFE w Koninie",
                                         std::string("a\0b w Koninie", 13),
                                         "\"w Koninie",
                                         "-\"w Koninie",
                                         "99999999999999999999 km od Konina",
                                         "1.1.1.1.2015",
                                         "na 99 czerwca 99999",
                                         "..Konin..",
                                         "Konin\xE2\x80\xAE",
                                         "k. k. k. k.",
                                         "\"\"\"\"Konin\"\"\"\""};
    const Searcher searcher(embedded_snapshot(), kReadingDay, Language::pl);
    for (const std::string& text : texts) {
        SearchRequest request;
        request.text = text;
        const auto start = test::CpuClock::now();
        CHECK_NOTHROW(searcher.search(request));
        CHECK(test::CpuClock::now() - start < std::chrono::milliseconds(500));
    }
}

TEST_CASE("A status that the sources leave open on a day is told, not passed over") {
    const Searcher searcher(embedded_snapshot(), kReadingDay, Language::pl);
    const SearchResponse today = searcher.search(decoded({{"status", "opp"}}));
    REQUIRE(today.total > 100);
    CHECK(today.understood.notes.empty());
    // The list is of February 2025.
    const SearchResponse open =
        searcher.search(decoded({{"status", "opp"}, {"na-dzien", "2025-02-15"}}));
    CHECK(open.total == 0);
    REQUIRE(open.understood.notes.size() == 1);
    const Wording& note = open.understood.notes.front();
    INFO(note.in(Language::pl));
    CHECK(note.in(Language::pl)
              .find("w dniu 15.02.2025 miały ten status (organizacja pożytku "
                    "publicznego) jeszcze inne podmioty: " +
                    std::to_string(today.total) + ".") != std::string::npos);
    CHECK(note.is_in(Language::en));
    CHECK(note.is_in(Language::uk));
    // Only of those whom nothing else leaves out.
    const std::vector<std::pair<std::string, std::string>> foundations{{"status", "opp"},
                                                                       {"forma", "fundacja"}};
    const std::size_t held = searcher.search(decoded(foundations)).total;
    auto before = foundations;
    before.emplace_back("na-dzien", "2025-02-15");
    const SearchResponse open_foundations = searcher.search(decoded(before));
    REQUIRE(held < today.total);
    REQUIRE(open_foundations.understood.notes.size() == 1);
    CHECK(open_foundations.understood.notes.front()
              .in(Language::en)
              .find(": " + std::to_string(held) + ".") != std::string::npos);
}

TEST_CASE("Months and years of certificates are days, others stay words") {
    check_readings({
        {"certyfikat wygasł w 2015", "certyfikat=wygasl & na-dzien=2015-12-31"},
        {"certyfikaty z 2014", "certyfikat=wazny & na-dzien=2014-12-31"},
        {"certyfikat ważny w 2015", "certyfikat=wazny & na-dzien=2015-07-02"},
        {"kto miał certyfikat w 2014", "certyfikat=wazny & na-dzien=2014-12-31"},
        {"certyfikaty 2014", "certyfikat=wazny & na-dzien=2014-12-31"},
        {"certyfikaty 2015", "certyfikat=wazny & na-dzien=2015-07-02"},
        {"z certyfikatem XII 2017", "certyfikat=wazny & na-dzien=2017-12-01"},
        {"certyfikat do 2016", "certyfikat=wazny & na-dzien=2016-01-01"},
        {"z certyfikatem w czerwcu 2015", "certyfikat=wazny & na-dzien=2015-06-15"},
        {"catering z certyfikatem, czerwiec 2015 r.",
         "q=catering & certyfikat=wazny & na-dzien=2015-06-30"},
        {"z certyfikatem 06.2015", "certyfikat=wazny & na-dzien=2015-06-30"},
        {"certified in June 2015", "certyfikat=wazny & na-dzien=2015-06-15"},
        {"з сертифікатом у червні 2015", "certyfikat=wazny & na-dzien=2015-06-15"},
        {"założona w 2015", "q=założona w 2015"},
        {"czerwiec 2015", "q=czerwiec 2015"},
    });
}

TEST_CASE("Words of activity, in the forms of these very words") {
    check_readings({
        {"działające hospicja", "q=hospicja & aktywnosc=czynny & aktywnosc=nieznana"},
        {"nieczynne spółdzielnie", "q=spółdzielnie & aktywnosc=zakonczony"},
        {"niedziałająca spółdzielnia", "q=spółdzielnia & aktywnosc=zakonczony"},
        {"zlikwidowane ZAZ", "q=ZAZ & aktywnosc=zakonczony"},
        {"closed social cooperatives", "q=social cooperatives & aktywnosc=zakonczony"},
        {"lokalna grupa działania", "q=lokalna grupa działania"},
        {"działania dla dzieci", "q=działania dla dzieci"},
        {"działalność kulturalna", "q=działalność kulturalna"},
        {"aktywny senior", "q=aktywny senior"},
        {"obieg zamknięty", "q=obieg zamknięty"},
        {"zakład aktywności zawodowej", "q=zakład aktywności zawodowej"},
        {"Spółdzielnia Socjalna Aktywni", "q=Spółdzielnia Socjalna Aktywni"},
        // The name of one, whatever stands beside it.
        {"Aktywni Koło", "q=Aktywni & blisko=Koło"},
        {"Aktywni w Kole", "q=Aktywni & blisko=Koło"},
        {"spółdzielnia Aktywni", "q=spółdzielnia Aktywni"},
        {"aktywna spółdzielnia", "q=spółdzielnia & aktywnosc=czynny & aktywnosc=nieznana"},
    });
}
