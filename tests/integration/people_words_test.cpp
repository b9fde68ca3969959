// SPDX-License-Identifier: GPL-3.0-or-later
// What people type for a need, and the concept of the embedded vocabularies it has to be read as.
#include "core/search/completer.h"
#include "core/search/concept_reading.h"
#include "core/search/query_parser.h"
#include "core/search/request_decoder.h"
#include "core/search/searcher.h"
#include "tests/support/catalogue_index.h"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <string>
#include <utility>

using namespace wespol;
using namespace wespol::test;

namespace {

SearchResponse search(const std::string& text) {
    const auto snapshot = embedded_snapshot();
    const Searcher searcher(snapshot, Day{std::chrono::year{2026} / 11 / 21}, Language::pl);
    return searcher.search(decode_request({{"q", text}}, snapshot->references()).request);
}

bool is_among_first(const SearchResponse& response, std::string_view id) {
    const auto end = response.hits.begin() +
                     static_cast<std::ptrdiff_t>(std::min<std::size_t>(3, response.hits.size()));
    return std::any_of(response.hits.begin(), end,
                       [&](const Hit& hit) { return hit.entity.id == id; });
}

}  // namespace

TEST_CASE("Needs in people's own words are read as what they mean") {
    const std::pair<std::string, std::string> needs[] = {
        {"zepsuty rower", "naprawa_sprzetu"},
        {"ktoś do koszenia", "utrzymanie_zieleni"},
        {"obiady do domu", "catering"},
        {"gdzie oddać ubrania", "recykling_odziezy"},
        {"prezent ręcznie robiony", "rekodzielo"},
        {"opiekun do starszej osoby", "uslugi_opiekuncze"},
        {"praca dla niepełnosprawnych", "reintegracja_zawodowa"},
        {"wynajem sali", "wynajem_sal"},
        {"sklep charytatywny", "handel_odzieza_uzywana"},
        {"zepsutą pralkę", "naprawa_sprzetu"},
        {"brudne okna", "mycie_okien"},
        {"cieknący kran", "drobne_naprawy"},
        {"skręcenie mebli", "drobne_naprawy"},
        {"pani do sprzatania", "sprzatanie"},
        {"zarosnieta dzialka", "utrzymanie_zieleni"},
        {"tort na urodziny", "piekarnictwo"},
        {"catering na komunię", "catering"},
        {"pierogów", "garmazeria"},
        {"torby z logo", "szwalnia"},
        {"skrócić spodnie", "krawiectwo"},
        {"dziura w spodniach", "krawiectwo"},
        {"wydrukować ulotki", "poligrafia"},
        {"niszczenie akt", "niszczenie_dokumentow"},
        {"kto zrobi PIT", "ksiegowosc"},
        {"mycie nagrobka", "utrzymanie_cmentarzy"},
        {"samotna matka", "samotni_rodzice"},
        {"po więzieniu", "osoby_opuszczajace_zaklady_karne"},
        {"nie mam gdzie spać", "pomoc_spoleczna"},
        {"darmowy prawnik", "doradztwo"},
        {"nauka polskiego", "szkolenia"},
        {"oddać meble", "ponowne_uzycie"},
        {"przeprowadzka", "transport"},
        {"dowóz do lekarza", "transport_osob"},
        {"sala na wesele", "wynajem_sal"},
        {"opiekunka do dziecka", "opieka_nad_dziecmi"},
        {"wypożyczyć wózek inwalidzki", "opieka_paliatywna"},
        {"tłumacz migowy", "tlumaczenia"},
        {"bolą plecy", "rehabilitacja"},
        {"broken bike", "naprawa_sprzetu"},
        {"someone to clean", "sprzatanie"},
        {"handmade gift", "rekodzielo"},
        {"carer for my mother", "uslugi_opiekuncze"},
        {"free food", "pomoc_zywnosciowa"},
        {"Polish lessons", "szkolenia"},
        {"rent a room for a meeting", "wynajem_sal"},
        {"where to donate clothes", "recykling_odziezy"},
        {"jobs for disabled people", "reintegracja_zawodowa"},
        {"шукаю роботу", "reintegracja_zawodowa"},
        {"курси польської", "szkolenia"},
        {"зламаний велосипед", "naprawa_sprzetu"},
        {"після тюрми", "osoby_opuszczajace_zaklady_karne"},
        {"доглядальницю", "uslugi_opiekuncze"},
        {"пральні", "pralnia"},
        {"віддати одяг", "recykling_odziezy"},
        {"бездомним", "osoby_w_kryzysie_bezdomnosci"},
        {"біженцям", "uchodzcy"},
        {"подарунки ручної роботи", "rekodzielo"},
        {"садівника", "utrzymanie_zieleni"},
        {"meble na wymiar", "stolarstwo"},
        {"naprawa butów", "naprawa_sprzetu"},
        {"zakupy dla babci", "pomoc_domowa"},
        {"fryzjer do domu", "fryzjerstwo"},
        {"wyprowadzić psa", "opieka_nad_zwierzetami"},
        {"animatorzy na urodziny", "animacja_czasu_wolnego"},
        {"zupa", "bar_mleczny"},
        {"obiad", "catering"},
        {"strona internetowa", "uslugi_informatyczne"},
        {"kosz prezentowy", "upominki"},
        {"mydełko", "kosmetyki"},
        {"drewno do kominka", "produkcja_podpalki"},
        {"psycholog dla dziecka", "wsparcie_psychologiczne"},
    };
    const auto snapshot = embedded_snapshot();
    for (const auto& [text, code] : needs) {
        CAPTURE(text, code);
        bool is_read = false;
        const QueryTree tree =
            with_concepts(parse_query(text, snapshot->analyzer()).tree, snapshot->concepts());
        for (const QueryClause& clause : tree.clauses)
            if (const auto* named = std::get_if<QueryConcept>(&clause.what))
                for (const ConceptCode& each : named->concepts)
                    is_read = is_read || each.code == code;
        CHECK(is_read);
    }
}

TEST_CASE("Abbreviations and what they stand for find the same") {
    CHECK(is_among_first(search("polskie stowarzyszenie na rzecz osób z niepełnosprawnością "
                                "intelektualną piła"),
                         "krs-0000445898"));
    CHECK(is_among_first(search("psoni piła"), "krs-0000445898"));
    CHECK(is_among_first(search("towarzystwo przyjaciół dzieci konin"), "krs-0000429483"));
    CHECK(is_among_first(search("tpd konin"), "krs-0000429483"));
    CHECK(is_among_first(search("spółdz. soc. furia"), "ss-furia-poznan"));
    CHECK(search("zoo").total == 0);
}

TEST_CASE(
    "A CPV code finds those who do exactly this first, and never nobody where others do more") {
    const SearchResponse windows = search("90911300-9");
    CHECK(is_among_first(windows, "ss-jarocinska"));
    CHECK(windows.total > search("mycie okien").total);
    CHECK(search("55 52 00 00-1").total == search("55520000-1").total);
}

TEST_CASE("Words that a concept says already, and words around it, empty no answer") {
    for (const std::string text :
         {"opieka nad starszą mamą", "kto odśnieży chodnik",
          "gdzie oddać używane ubrania w Poznaniu", "pizza delivery", "прання білизни",
          "firma która zrobi catering na wesele", "where can I buy handmade gifts",
          "malowanie mieszkania", "strzyżenie trawy", "dobry solidny catering pilnie",
          "PKD 56.21.Z", "56.21", "5621Z", "cpv 909", "krs nr 0000445898"}) {
        INFO(text);
        CHECK(search(text).total > 0);
    }
    CHECK(search("firma która zrobi catering").understood.ignored ==
          std::vector{std::string("zrobi")});
    for (const std::string text : {"catering dla kosmonautów", "naprawa helikopterów",
                                   "koszerny catering", "mycie okien balonem"}) {
        INFO(text);
        CHECK(search(text).total == 0);
    }
}

TEST_CASE("Words of asking and listing restrict nothing") {
    const std::pair<std::string, std::string> rows[] = {
        {"gdzie kupię pierogi", "pierogi"},
        {"gdzie dostanę pierogi", "pierogi"},
        {"wszystkie ZAZ", "ZAZ"},
        {"lista ZAZ", "ZAZ"},
        {"spis WTZ", "WTZ"},
        {"ile jest KGW", "KGW"},
        {"wykaz spółdzielni socjalnych", "spółdzielnie socjalne"},
        {"wszystkie spółdzielnie socjalne", "spółdzielnie socjalne"},
        {"ZAZ-y w Wielkopolsce", "ZAZ"},
        {"ZAZ-ów", "ZAZ"},
        {"zaz-em", "ZAZ"},
        {"zazem", "ZAZ"},
        {"wtzie", "WTZ"},
        {"list of ZAZ", "ZAZ"},
        {"firma co kosi trawniki", "kosi trawniki"},
        {"I am looking for a laundry in Konin", "laundry in Konin"},
        {"we are searching for catering", "catering"},
        {"where to stay in Poznań", "accommodation in Poznań"},
        {"numer KRS 0000035984 czy istnieje", "KRS 0000035984"},
        {"fundacja z Chodzieży KRS 0000035984 telefon prezesa", "KRS 0000035984"},
        {"pudełka kartonowe producent", "pudełka kartonowe"},
    };
    for (const auto& [asked, meant] : rows) {
        INFO(asked);
        CHECK(search(asked).total > 0);
        CHECK(search(asked).total == search(meant).total);
    }
    CHECK(search("lista ZAZ").understood.ignored == std::vector{std::string("lista")});
    CHECK(is_among_first(search("CIS Darzybór kto prowadzi"), "cis-poznan-darzybor"));
    // A name is not broken, and a word alone is asked for.
    CHECK(is_among_first(search("podaj dalej"), "krs-0000197058"));
}

TEST_CASE("Work for people with disabilities is at the places made for it") {
    for (const std::string query :
         {"praca dla niepełnosprawnych Piła", "робота для інвалідів Піла",
          "gdzie może pracować osoba niepełnosprawna w Pile", "work for disabled people Piła",
          "praca dla niepełnosprawnego syna Piła", "sheltered workshop Piła"}) {
        INFO(query);
        const SearchResponse response = search(query);
        REQUIRE(response.total > 0);
        CHECK(response.hits.front().distance_km.value() < 1);
        CHECK(is_among_first(response, "zaz-pila"));
    }
    for (const std::string query :
         {"praca dla niepełnosprawnych", "robota dla niepełnosprawnego brata",
          "praca dla osoby z niepełnosprawnością intelektualną",
          "робота для людей з інвалідністю"}) {
        INFO(query);
        const SearchResponse response = search(query);
        REQUIRE(response.total > 2);
        CHECK((response.hits[0].entity.legal_form == "zaz" ||
               response.hits[1].entity.legal_form == "zaz" ||
               response.hits[2].entity.legal_form == "zaz"));
    }
    CHECK(is_among_first(search("disabled workshop Konin"), "wtz-konin"));
    CHECK(is_among_first(search("майстерня терапії Конін"), "wtz-konin"));
}

TEST_CASE("An address and a website that are shown are found") {
    const std::pair<std::string, std::string> rows[] = {
        {"Węglowa 9", "zaz-pila"},
        {"ul. Graniczna 20 Kalisz", "wtz-kalisz"},
        {"Południowa 2a", "krs-0000197058"},
        {"Południowa 2 A Konin", "krs-0000197058"},
        {"św. wincentego 6/9", "fundacja-barka-poznan"},
        {"www.podaj-dalej.org", "krs-0000197058"},
        {"powrocisztu.pl", "ss-powrocisz-tu-krwony"},
    };
    for (const auto& [query, id] : rows) {
        INFO(query);
        CHECK(is_among_first(search(query), id));
    }
    // A street called after a city is not in it, and the number of a house counts no guests.
    CHECK(search("WTZ Warszawa").total == 0);
    CHECK(search("catering na 20 osób").total == search("catering").total);
    CHECK(search("Graniczna 20").total == 1);
}

TEST_CASE("Souvenirs are made by the makers of the brand of souvenirs") {
    for (const std::string query :
         {"upominki", "souvenir", "сувеніри", "pamiątki z Wielkopolski"}) {
        INFO(query);
        const SearchResponse response = search(query);
        CHECK((is_among_first(response, "ss-furia-poznan") ||
               is_among_first(response, "spolka-manufaktura-dobrych-uslug") ||
               is_among_first(response, "cis-poznan-darzybor")));
        CHECK_FALSE(is_among_first(response, "krs-0000055996"));
    }
    CHECK(is_among_first(search("where can I buy soap in Poznan"), "wtz-poznan-krzemien"));
    CHECK(is_among_first(search("SM Konin"), "krs-0000051385"));
    CHECK(is_among_first(search("konserwacja zieleni miejskiej Piła"), "ss-zielona-pila"));
}

TEST_CASE("The mark is no sector") {
    const SearchResponse response = search("Zakup Prospołeczny");
    CHECK(response.understood.concepts.empty());
    REQUIRE_FALSE(response.understood.states.empty());
    CHECK(response.total > 0);
}

TEST_CASE("What was typed side by side is suggested first; codes and the brand are suggested") {
    const auto snapshot = embedded_snapshot();
    const Completer completer(snapshot->completions(), snapshot->analyzer(), Language::pl);
    const auto first = [&](const std::string& typed) {
        const std::vector<Suggestion> made = completer.complete(typed);
        return made.empty() ? std::string() : made.front().label;
    };
    CHECK(first("wspolny st").find("Wspólny Stół") != std::string::npos);
    for (const Suggestion& each : completer.complete("wspolny st"))
        CHECK(each.kind != SuggestionKind::place);
    CHECK(first("fur").find("FURIA") != std::string::npos);
    CHECK(first("spol soc fu").find("FURIA") != std::string::npos);
    CHECK(first("55520") == "catering");
    CHECK(first("62-200") == "Gniezno");
    CHECK(first("klunk") == "Klunkry Wielkopolskie");
}

TEST_CASE("Polish words are not taken for forms of English ones, which are found as they are") {
    const auto means = [](const std::string& text, std::string_view code) {
        const SearchResponse response = search(text);
        return std::any_of(response.understood.concepts.begin(), response.understood.concepts.end(),
                           [&](const UnderstoodConcept& each) { return each.code == code; });
    };
    const std::pair<std::string, std::string> foreign[] = {{"parcela", "uslugi_kurierskie"},
                                                           {"łąka", "turystyka"},
                                                           {"artykuły", "kultura"},
                                                           {"farmaceutyczne", "rolnictwo"},
                                                           {"tabla", "stolarstwo"}};
    for (const auto& [text, code] : foreign) {
        INFO(text);
        CHECK_FALSE(means(text, code));
    }
    const std::pair<std::string, std::string> needs[] = {{"parcel", "uslugi_kurierskie"},
                                                         {"lake", "turystyka"},
                                                         {"art", "kultura"},
                                                         {"farm", "rolnictwo"},
                                                         {"farma", "rolnictwo"},
                                                         {"table", "stolarstwo"},
                                                         {"diet", "zdrowie"},
                                                         {"dieta", "zdrowie"},
                                                         {"cakes", "piekarnictwo"}};
    for (const auto& [text, code] : needs) {
        INFO(text);
        CHECK(means(text, code));
    }

    const auto snapshot = embedded_snapshot();
    const Completer completer(snapshot->completions(), snapshot->analyzer(), Language::pl);
    const auto suggests = [&](const std::string& typed, std::string_view label) {
        const std::vector<Suggestion> made = completer.complete(typed);
        return std::any_of(made.begin(), made.end(),
                           [&](const Suggestion& each) { return each.label == label; });
    };
    CHECK(suggests("parcel", "usługi kurierskie"));
    CHECK_FALSE(suggests("parcela", "usługi kurierskie"));
}

TEST_CASE("Who is named after what is asked for comes before who only tells of it") {
    CHECK(is_among_first(search("піца"), "zaz-poznan-zaz-pizza"));
    for (const UnderstoodConcept& each : search("ZAZ").understood.concepts)
        CHECK(each.field == FieldId::legal_form);
}

TEST_CASE("A check digit of another CPV code is told") {
    CHECK(search("55520000-1").understood.ignored.empty());
    CHECK(search("55520000-7").understood.ignored == std::vector{std::string("-7 (55520000-1)")});
    CHECK(search("55520000-7").total == search("55520000-1").total);
}

TEST_CASE("Numbers can be left words") {
    const SearchResponse number = search("KRS 0000445898");
    REQUIRE(number.total == 1);
    SearchRequest request = number.request;
    request.literal.add(ReadingPart::numbers);
    const Searcher searcher(embedded_snapshot(), Day{std::chrono::year{2026} / 11 / 21},
                            Language::pl);
    CHECK(searcher.search(request).understood.identifiers.empty());
}

TEST_CASE("Every concept that is suggested finds somebody") {
    const auto snapshot = embedded_snapshot();
    const Searcher searcher(snapshot, Day{std::chrono::year{2026} / 11 / 21}, Language::pl);
    std::size_t suggested = 0;
    for (const Language language : kLanguages) {
        const Completer completer(snapshot->completions(), snapshot->analyzer(), language);
        for (const Vocabulary* vocabulary :
             {&snapshot->references().industry, &snapshot->references().legal_form,
              &snapshot->references().target_group})
            for (const Concept& each : vocabulary->concepts())
                for (const Suggestion& made : completer.complete(each.label(language))) {
                    if (made.kind != SuggestionKind::concept_name) continue;
                    INFO(made.label << " " << canonical_query(made.search));
                    CHECK(searcher.search(made.search).total > 0);
                    ++suggested;
                }
    }
    CHECK(suggested > 300);
    for (const std::string typed : {"kawiarn", "restaur", "mycie ok"}) {
        INFO(typed);
        const auto suggestions =
            Completer(snapshot->completions(), snapshot->analyzer(), Language::pl).complete(typed);
        CHECK(std::any_of(suggestions.begin(), suggestions.end(), [](const Suggestion& each) {
            return each.kind == SuggestionKind::concept_name;
        }));
    }
}
