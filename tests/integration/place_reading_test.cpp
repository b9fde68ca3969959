// SPDX-License-Identifier: GPL-3.0-or-later
// Words → places, over the real catalogue, in three languages; and the names, villages and ordinary
// words that must stay words.
#include "core/search/place_reading.h"

#include "core/search/searcher.h"
#include "tests/support/catalogue_index.h"
#include "tests/support/catch.hpp"
#include "tests/support/query_reading.h"

#include <chrono>
#include <string>
#include <vector>

using namespace wespol;
using namespace wespol::test;

TEST_CASE("Places in Polish, in any case, with and without diacritics") {
    check_readings({
        {"catering w Gnieźnie", "q=catering & blisko=Gniezno"},
        {"catering koło Gniezna", "q=catering & blisko=Gniezno"},
        {"obiady pod Gnieznem", "q=obiady & blisko=Gniezno"},
        {"obiady kolo gniezna", "q=obiady & blisko=Gniezno"},
        {"pralnia Konin", "q=pralnia & blisko=Konin"},
        {"Konin pralnia", "q=pralnia & blisko=Konin"},
        {"pralnia koło Konina", "q=pralnia & blisko=Konin"},
        {"zieleń pod Poznaniem", "q=zieleń & blisko=Poznań"},
        {"gastronomia w Pile", "q=gastronomia & blisko=Piła"},
        {"pierogi pod Piłą", "q=pierogi & blisko=Piła"},
        {"sprzątanie w kole", "q=sprzątanie & blisko=Koło"},
        {"sprzątanie koło Koła", "q=sprzątanie & blisko=Koło"},
        {"sprzatanie kolo Kola", "q=sprzatanie & blisko=Koło"},
        {"kolo kola sprzatanie", "q=sprzatanie & blisko=Koło"},
        {"sprzatanie obok Kola", "q=sprzatanie & blisko=Koło"},
        {"kola do wózka", "q=kola do wózka"},
        {"krawcowa blisko Lubonia", "q=krawcowa & blisko=Luboń"},
        {"odśnieżanie w rogoźnie", "q=odśnieżanie & blisko=Rogoźno"},
        {"catering koło Środy Wielkopolskiej", "q=catering & blisko=Środa Wielkopolska"},
        {"catering koło Środy Wlkp.", "q=catering & blisko=Środa Wielkopolska"},
        {"catering w Środzie", "q=catering & blisko=Środa Wielkopolska"},
        {"remonty ostrów", "q=remonty & blisko=Ostrów Wielkopolski"},
        {"remonty w Ostrowie Wielkopolskim", "q=remonty & blisko=Ostrów Wielkopolski"},
        {"remonty Nowy Tomyśl", "q=remonty & blisko=Nowy Tomyśl"},
        {"remonty w Nowym Tomyślu", "q=remonty & blisko=Nowy Tomyśl"},
        {"remonty w nowym tomyslu", "q=remonty & blisko=Nowy Tomyśl"},
        {"szkolenia ze Śremu", "q=szkolenia & blisko=Śrem"},
        {"szkolenia w okolicach Kalisza", "q=szkolenia & blisko=Kalisz"},
        {"szkolenia, Leszno i okolice", "q=szkolenia, & blisko=Leszno"},
        {"opieka we Wrześni", "q=opieka & blisko=Września"},
        {"Poznań", "blisko=Poznań & sortuj=odleglosc"},
        {"w Koninie", "blisko=Konin & sortuj=odleglosc"},
        {"Stare Miasto", "blisko=Stare Miasto & sortuj=odleglosc"},
        {"pralnia w Starym Mieście", "q=pralnia & blisko=Stare Miasto"},
        {"catering Kramsk", "q=catering & blisko=Kramsk"},
        {"catering w Kramsku", "q=catering & blisko=Kramsk"},
        {"\"bar mleczny\" gniezno", "q=\"bar mleczny\" & blisko=Gniezno"},
        {"pierogi -konin w Gnieźnie", "q=pierogi -konin & blisko=Gniezno"},
    });
}

TEST_CASE("Towns in short forms and in the genitive, without a preposition") {
    check_readings({
        {"catering Ostrów Wlkp.", "q=catering & blisko=Ostrów Wielkopolski"},
        {"Grodzisk Wlkp. obiady", "q=obiady & blisko=Grodzisk Wielkopolski"},
        {"sprzątanie Środa Wlkp", "q=sprzątanie & blisko=Środa Wielkopolska"},
        {"catering Konina", "q=catering & blisko=Konin"},
        {"catering gniezna", "q=catering & blisko=Gniezno"},
        {"catering dla Konina", "q=catering dla & blisko=Konin"},
        {"catering koninie", "q=catering & blisko=Konin"},
        {"pralnia koninie", "q=pralnia & blisko=Konin"},
        {"catering pile", "q=catering & blisko=Piła"},
        {"catering koniny", "q=catering koniny"},
        {"koninie", "q=koninie"},
        // Horse meat, names, and what is no sector.
        {"catering konina", "q=catering konina"},
        {"Przyjaciele Konina", "q=Przyjaciele Konina"},
        {"Stowarzyszenie Przyjaciół Gniezna", "q=Stowarzyszenie Przyjaciół Gniezna"},
    });
}

TEST_CASE("The region restricts nothing and is told") {
    for (const std::string query :
         {"catering w Wielkopolsce", "catering Wielkopolska", "catering wielkopolskie",
          "catering w województwie wielkopolskim", "catering in Greater Poland"}) {
        INFO(query);
        const QueryReading reading = read(decoded({{"q", query}}));
        CHECK(written(reading.spelled_out) == "q=catering");
        CHECK_FALSE(reading.region_words.empty());
    }
    check_readings({{"Klunkry Wielkopolskie", "q=Klunkry Wielkopolskie"},
                    {"Wielkopolska", "q=Wielkopolska"},
                    {"catering w Wielkopolsce w Koninie", "q=catering & blisko=Konin"}});
}

TEST_CASE("Where it shall not be") {
    check_readings({{"catering poza Poznaniem", "q=catering -\"Poznań\""},
                    {"catering nie w Nowym Tomyślu", "q=catering -\"Nowy Tomyśl\""},
                    {"catering poza Poznaniem w Koninie", "q=catering -\"Poznań\" & blisko=Konin"},
                    {"gastronomia -w Poznaniu", "q=gastronomia -\"Poznań\""},
                    {"gastronomia -Poznań", "q=gastronomia -Poznań"},
                    {"catering bez Konina", "q=catering -\"Konin\""},
                    {"catering oprócz Konina", "q=catering -\"Konin\""},
                    {"catering without Konin", "q=catering -\"Konin\""},
                    {"sprzątanie -powiat poznański", "q=sprzątanie -\"powiat poznański\""},
                    {"kgw poza powiatem kolskim", "q=kgw -\"powiat kolski\""},
                    {"kgw -w gminie Kramsk", "q=kgw -\"gmina Kramsk\""},
                    // No places.
                    {"opieka -w domu", "q=opieka -w domu"},
                    {"cięcie drewna bez piły", "q=cięcie drewna bez piły"},
                    {"catering bez glutenu", "q=catering bez glutenu"}});
}

TEST_CASE("What shall not be is left out exactly and told") {
    const auto snapshot = embedded_snapshot();
    const Searcher searcher(snapshot, kReadingDay, Language::pl);
    const auto found = [&](const std::string& query) {
        return searcher.search(decoded({{"q", query}, {"na-stronie", "100"}}));
    };
    const SearchResponse everywhere = found("sprzątanie"),
                         there = found("sprzątanie powiat poznański");
    const SearchResponse elsewhere = found("sprzątanie -powiat poznański");
    REQUIRE(there.total > 0);
    CHECK(elsewhere.total + there.total == everywhere.total);
    for (const Hit& hit : elsewhere.hits)
        CHECK(hit.entity.county != "3021");
    REQUIRE(elsewhere.understood.notes.size() == 1);
    const Wording& note = elsewhere.understood.notes.front();
    CHECK(note.in(Language::pl) == "Pomijamy miejsce: powiat poznański.");
    CHECK(note.in(Language::en) == "We leave out the place: powiat poznański.");
    CHECK(note.in(Language::uk) == "Пропускаємо місце: powiat poznański.");
    CHECK(found("gastronomia -w Poznaniu").total == found("gastronomia -Poznań").total);
    CHECK_FALSE(found("gastronomia -Poznań").understood.notes.empty());
}

TEST_CASE("Near a place, what is nearly meant comes before what is far away, and is told") {
    const auto snapshot = embedded_snapshot();
    const Searcher searcher(snapshot, kReadingDay, Language::pl);
    for (const std::string query : {"szwalnia Leszno", "obiad Poznań", "Leszczyńskie szwalnie",
                                    "Poznań Śródka obiad", "Poznań Rataje obiad"}) {
        INFO(query);
        const SearchResponse response = searcher.search(decoded({{"q", query}}));
        REQUIRE(response.total > 0);
        CHECK(response.hits.front().distance_km.value() <= 25);
        CHECK_FALSE(response.understood.place->is_widened);
        REQUIRE_FALSE(response.understood.notes.empty());
        const Wording& note = response.understood.notes.front();
        CHECK(note.in(Language::pl).find("najbliższe temu") != std::string::npos);
        CHECK(note.in(Language::en).find("what is nearest to it") != std::string::npos);
        CHECK(note.in(Language::uk).find("найближче до цього") != std::string::npos);
    }
    const SearchResponse area =
        searcher.search(decoded({{"q", "szwalnie w subregionie leszczyńskim"}}));
    REQUIRE(area.total > 0);
    CHECK(area.hits.front().entity.subregion == "leszczynski");
    // Nobody repairs bicycles anywhere: no repairs of other things instead.
    CHECK(searcher.search(decoded({{"q", "naprawa rowerów w Gnieźnie"}})).total == 0);
}

TEST_CASE("Districts are their town where nothing is found otherwise") {
    const auto snapshot = embedded_snapshot();
    const Searcher searcher(snapshot, kReadingDay, Language::pl);
    for (const std::string query :
         {"Poznań Rataje sprzątanie", "jeżyce noclegi", "Stare Miasto Poznań",
          "Poznań Stare Miasto", "kawiarnia w Poznaniu na Starym Mieście",
          "kawiarnia Stare Miasto Poznań"}) {
        INFO(query);
        const SearchResponse response = searcher.search(decoded({{"q", query}}));
        REQUIRE(response.total > 0);
        REQUIRE(response.understood.place);
        CHECK(response.understood.place->near.label == "Poznań");
    }
    CHECK(spelled_out("CIS Piątkowo") == "q=CIS Piątkowo");
    const SearchResponse cafes =
        searcher.search(decoded({{"q", "kawiarnia w Poznaniu na Starym Mieście"}}));
    CHECK(cafes.total == searcher.search(decoded({{"q", "kawiarnia w Poznaniu"}})).total);
    // Where nobody says Poznań, the municipality of that name near Konin.
    CHECK(spelled_out("szycie Stare Miasto") == "q=szycie & blisko=Stare Miasto");
}

TEST_CASE("Where nothing is found otherwise, adjectives are towns and several places are places") {
    const auto snapshot = embedded_snapshot();
    const Searcher searcher(snapshot, kReadingDay, Language::pl);
    const struct {
        std::string query, text, place;
        std::vector<std::string> also;
    } rows[] = {
        {"poznański catering", "catering", "Poznań", {}},
        {"catering Konin Kalisz", "catering", "Konin", {"Kalisz"}},
        {"catering w Koninie i Kaliszu", "catering i", "Konin", {"Kalisz"}},
    };
    for (const auto& each : rows) {
        INFO(each.query);
        const SearchResponse response = searcher.search(decoded({{"q", each.query}}));
        CHECK(response.understood.text == each.text);
        REQUIRE(response.understood.place);
        CHECK(response.understood.place->near.label == each.place);
        std::vector<std::string> also;
        for (const NearPlace& place : response.understood.place->also)
            also.push_back(place.label);
        CHECK(also == each.also);
        CHECK(response.total > 0);
    }
}

TEST_CASE("How far around a place") {
    check_readings({
        {"obiady w promieniu 10 km od Konina", "q=obiady & blisko=Konin & promien=10"},
        {"obiady 10 km od Konina", "q=obiady & blisko=Konin & promien=10"},
        {"obiady do 30 km od Konina", "q=obiady & blisko=Konin & promien=30"},
        {"obiady Konin do 30 km", "q=obiady & blisko=Konin & promien=30"},
        {"obiady w Koninie w promieniu 5km", "q=obiady & blisko=Konin & promien=5"},
        {"catering within 10 km of Gniezno", "q=catering & blisko=Gniezno & promien=10"},
        {"пральня в радіусі 15 км від Коніна", "q=пральня & blisko=Konin & promien=15"},
        {"obiady 900 km od Konina", "q=obiady 900 km od Konina"},
    });
}

TEST_CASE("Postal codes, counties, municipalities and subregions") {
    check_readings({
        {"szwalnia 64-920", "q=szwalnia & blisko=64-920"},
        {"szwalnia w 64920", "q=szwalnia & blisko=64-920"},
        {"szwalnia 64-920 Piła", "q=szwalnia & blisko=64-920"},
        {"szwalnia 00-001", "q=szwalnia 00-001"},
        {"spółdzielnia socjalna powiat turecki", "q=spółdzielnia socjalna & powiat=3027"},
        {"kgw w powiecie gnieźnieńskim", "q=kgw & powiat=3003"},
        {"kgw powiat Gniezno", "q=kgw & powiat=3003"},
        {"kgw pow. kolski", "q=kgw & powiat=3009"},
        {"fundacje w gminie Kramsk", "q=fundacje & gmina=301005"},
        {"szkolenia subregion leszczyński", "q=szkolenia & subregion=leszczynski"},
        {"food Gniezno County", "q=food & powiat=3003"},
    });
}

TEST_CASE("Places in English and Ukrainian") {
    check_readings({
        {"laundry near Stare Miasto", "q=laundry & blisko=Stare Miasto"},
        {"catering near Gniezno", "q=catering & blisko=Gniezno"},
        {"hostel in Poznan", "q=hostel & blisko=Poznań"},
        {"bakery close to Piła", "q=bakery & blisko=Piła"},
        {"gardener Leszno", "q=gardener & blisko=Leszno"},
        {"кейтеринг Гнезно", "q=кейтеринг & blisko=Gniezno"},
        {"кейтеринг у Гнєзно", "q=кейтеринг & blisko=Gniezno"},
        {"пральню біля Коніна", "q=пральню & blisko=Konin"},
        {"хостел в Коніні", "q=хостел & blisko=Konin"},
        {"хостел у Познані", "q=хостел & blisko=Poznań"},
        {"хостел Познань", "q=хостел & blisko=Poznań"},
        {"прибирання поблизу Каліша", "q=прибирання & blisko=Kalisz"},
        {"ремонт недалеко від Лешна", "q=ремонт & blisko=Leszno"},
        {"обід у Конині", "q=обід & blisko=Konin"},
        {"обід в Калиші", "q=обід & blisko=Kalisz"},
        {"Лєшно", "blisko=Leszno & sortuj=odleglosc"},
        {"пральня у Старому Місті", "q=пральня & blisko=Stare Miasto"},
    });
}

TEST_CASE("Names are not broken, and what is no place of the region stays words") {
    const std::vector<std::string> queries{"Zielona Piła",
                                           "zielona piła",
                                           "‚Zielona Piła’",
                                           "WTZ Koło",
                                           "\"Konin\"",
                                           "catering -Konin",
                                           "catering \"w Gnieźnie\"",
                                           "catering Kraków",
                                           "catering w Krakowie",
                                           "pralnia Warszawa",
                                           "hostel gdańsk",
                                           "catering blisko mnie",
                                           "praca",
                                           "praca w domu",
                                           "szycie w domu",
                                           "koło gospodyń wiejskich",
                                           "kgw koło gospodyń",
                                           "piła tarczowa",
                                           "dobra kawiarnia",
                                           "wysoka jakość",
                                           "usługi w dobrej cenie",
                                           "catering w środę",
                                           "pomoc w nauce",
                                           "opieka pod klucz",
                                           "koniny",
                                           "stare meble",
                                           "zakład w budowie",
                                           "sprzedaż drewna",
                                           "obok",
                                           "w",
                                           "blisko",
                                           "10 km",
                                           "powiat",
                                           "1 maja",
                                           "rok 2015",
                                           "certyfikat",
                                           "ważny",
                                           "społeczne",
                                           "przedsiębiorstwo społeczne"};
    for (const std::string& query : queries) {
        INFO(query);
        CHECK(spelled_out(query) == "q=" + query);
    }
}

TEST_CASE("A town that a preposition shares its name with") {
    check_readings({
        {"koło", "blisko=Koło & sortuj=odleglosc"},
        {"WTZ PSONI Koło w Kole", "q=WTZ PSONI Koło & blisko=Koło"},
        {"hostel Koło", "q=hostel & blisko=Koło"},
        {"hostel koło", "q=hostel & blisko=Koło"},
    });
}

TEST_CASE("Places of one name: the town or the seat is meant, the others are offered") {
    const QueryReading reading = read(decoded({{"q", "pralnia w Dąbrowie"}}));
    REQUIRE(reading.place);
    CHECK(reading.place->words == "w Dąbrowie");
    CHECK(reading.place->others.size() == kMaxOtherPlaces);
    // Each of them can be asked for as it stands there.
    for (const NearPlace& other : reading.place->others) {
        INFO(other.text);
        const QueryReading settled =
            read(decoded({{"q", "pralnia w Dąbrowie"}, {"blisko", other.text}}));
        CHECK(settled.spelled_out.text == "pralnia");
        CHECK(settled.place->near.label == other.label);
    }
}

TEST_CASE("A place that holds nothing of what is asked for is a word where words find something") {
    const Searcher searcher(embedded_snapshot(), kReadingDay, Language::pl);
    // "Dobra" the town is far from the cooperative of that name.
    const SearchResponse response = searcher.search(decoded({{"q", "kawiarnia Dobra"}}));
    REQUIRE(response.total > 0);
    CHECK_FALSE(response.understood.place);
    CHECK(searcher.search(decoded({{"q", "geodeta Konin"}})).total == 0);
}

TEST_CASE("Who is nearest comes first, but not before the one whose name was typed") {
    const Searcher searcher(embedded_snapshot(), kReadingDay, Language::pl);
    const SearchResponse near = searcher.search(decoded({{"q", "wtz koło Poznania"}}));
    REQUIRE(near.hits.size() > 10);
    CHECK(near.hits.front().distance_km.value() < 1);
    CHECK(near.hits.back().distance_km.value() > 10);
    const SearchResponse named =
        searcher.search(decoded({{"q", "Tajemniczy Ogród koło Śremu"}, {"promien", "100"}}));
    REQUIRE(named.total > 0);
    CHECK(named.hits.front().entity.id == "ss-tajemniczy-ogrod-poznan");
}

TEST_CASE("Where the usual circle is empty the next wider one is looked into, and told") {
    const Searcher searcher(embedded_snapshot(), kReadingDay, Language::pl);
    const SearchResponse response = searcher.search(decoded({{"q", "szycie Gniezno"}}));
    REQUIRE(response.total > 0);
    CHECK(response.understood.place->near.radius_km == 50);
    CHECK(response.hits.front().distance_km.value() > kDefaultRadiusKm);
    const Parameters chosen{{"q", "szycie Gniezno"}, {"promien", "25"}};
    CHECK(searcher.search(decoded(chosen)).total == 0);
}

TEST_CASE("Ordinary words and towns of other regions are no places") {
    check_readings({
        {"pierogi z koniny", "q=pierogi z koniny"},
        {"pierogi z konina", "q=pierogi & blisko=Konin"},
        {"catering w Nowej Soli", "q=catering w Nowej Soli"},
        {"catering Ostrów Mazowiecka", "q=catering Ostrów Mazowiecka"},
        {"catering w Środzie Śląskiej", "q=catering w Środzie Śląskiej"},
        {"catering z kwilcza", "q=catering & blisko=Kwilcz"},
        {"noclegi 62510", "q=noclegi & blisko=62-510"},
        {"krs 62510", "q=krs 62510"},
    });
}

TEST_CASE("An area is read once, places of a longer name are offered") {
    CHECK(read(decoded({{"q", "zieleń powiat pilski"}})).areas.size() == 1);
    const QueryReading slupia = read(decoded({{"q", "WTZ w Słupi"}}));
    REQUIRE(slupia.place);
    CHECK_FALSE(slupia.place->others.empty());
}
