// SPDX-License-Identifier: GPL-3.0-or-later
// How legal forms and widespread acronyms are written in Polish lists, as tables. A writing is
// given in its base form: the analyzer finds the inflected ones. Thread-safe: constants.
#pragma once

#include <array>
#include <string_view>

namespace wespol {

enum class FormKind {
    own,   ///< the form of a body of its own: its words are no part of the name
    kept,  ///< hints at a form, but its words are part of the name ("Towarzystwo …")
    unit,  ///< a unit that somebody runs: WTZ, ZAZ, CIS, KIS
    none   ///< says nothing of the legal form: only left out
};

struct FormWriting {
    std::string_view words;
    std::string_view
        code;  ///< of vocabulary "legal_form"; "spolka" and "urzad" are only of use here
    FormKind kind;
    bool stands_first =
        false;  ///< only at the beginning of a name: "SS „Furia”", not "SS. Urszulanki"
};

/// Longer ones first where one begins with another.
inline constexpr std::array kFormWritings{
    FormWriting{"spółdzielnia socjalna osób prawnych", "spoldzielnia_socjalna", FormKind::own},
    FormWriting{"spółdzielnia socjalna", "spoldzielnia_socjalna", FormKind::own},
    FormWriting{"spółdz. socjalna", "spoldzielnia_socjalna", FormKind::own},
    FormWriting{"sp. socjalna", "spoldzielnia_socjalna", FormKind::own},
    FormWriting{"spółdz. soc.", "spoldzielnia_socjalna", FormKind::own},
    FormWriting{"spół. soc.", "spoldzielnia_socjalna", FormKind::own},
    FormWriting{"sp. soc.", "spoldzielnia_socjalna", FormKind::own},
    FormWriting{"ss", "spoldzielnia_socjalna", FormKind::own, true},
    FormWriting{"spółdzielnia", "spoldzielnia_socjalna", FormKind::own},
    FormWriting{"spółdz.", "spoldzielnia_socjalna", FormKind::own},
    FormWriting{"stowarzyszenie", "stowarzyszenie", FormKind::own},
    FormWriting{"stowarz.", "stowarzyszenie", FormKind::own},
    FormWriting{"stow.", "stowarzyszenie", FormKind::own},
    FormWriting{"fundacja", "fundacja", FormKind::own},
    FormWriting{"fund.", "fundacja", FormKind::own},
    FormWriting{"warsztat terapii zajęciowej", "wtz", FormKind::unit},
    FormWriting{"warsztat ter. zaj.", "wtz", FormKind::unit},
    FormWriting{"wtz", "wtz", FormKind::unit},
    FormWriting{"zakład aktywności zawodowej", "zaz", FormKind::unit},
    FormWriting{"zaz", "zaz", FormKind::unit},
    FormWriting{"centrum integracji społecznej", "cis", FormKind::unit},
    FormWriting{"cis", "cis", FormKind::unit},
    FormWriting{"klub integracji społecznej", "kis", FormKind::unit},
    FormWriting{"kis", "kis", FormKind::unit},
    FormWriting{"koło gospodyń wiejskich", "kgw", FormKind::own},
    FormWriting{"kgw", "kgw", FormKind::own},
    FormWriting{"spółka z ograniczoną odpowiedzialnością", "spolka", FormKind::own},
    FormWriting{"spółka z o o", "spolka", FormKind::own},
    FormWriting{"sp. z o o", "spolka", FormKind::own},
    FormWriting{"sp. z oo", "spolka", FormKind::own},
    FormWriting{"sp. zoo", "spolka", FormKind::own},
    FormWriting{"spzoo", "spolka", FormKind::own},
    FormWriting{"ochotnicza straż pożarna", "osp", FormKind::own},
    FormWriting{"osp", "osp", FormKind::own},
    FormWriting{"spółka", "spolka", FormKind::kept},
    FormWriting{"towarzystwo", "stowarzyszenie", FormKind::kept},
    FormWriting{"związek", "stowarzyszenie", FormKind::kept},
    FormWriting{"zrzeszenie", "stowarzyszenie", FormKind::kept},
    FormWriting{"caritas", "koscielna_osoba_prawna", FormKind::kept},
    FormWriting{"parafia", "koscielna_osoba_prawna", FormKind::kept},
    FormWriting{"ośrodek pomocy społecznej", "urzad", FormKind::kept},
    FormWriting{"centrum usług społecznych", "urzad", FormKind::kept},
    FormWriting{"centrum pomocy rodzinie", "urzad", FormKind::kept},
    FormWriting{"przedsiębiorstwo społeczne", "", FormKind::none},
    FormWriting{"non profit", "", FormKind::none},
};

struct AcronymWriting {
    std::string_view acronym;  ///< folded
    std::string_view words;
};

/// Bodies that lists call by their acronym all over the country. PSOUU is the former PSONI.
inline constexpr std::array kAcronyms{
    AcronymWriting{"psoni",
                   "Polskie Stowarzyszenie na rzecz Osób z Niepełnosprawnością Intelektualną"},
    AcronymWriting{"psouu",
                   "Polskie Stowarzyszenie na rzecz Osób z Niepełnosprawnością Intelektualną"},
    AcronymWriting{"tpd", "Towarzystwo Przyjaciół Dzieci"},
    AcronymWriting{"tpba", "Towarzystwo Pomocy im. św. Brata Alberta"},
    AcronymWriting{"ptwk", "Polskie Towarzystwo Walki z Kalectwem"},
    AcronymWriting{"ptsr", "Polskie Towarzystwo Stwardnienia Rozsianego"},
    AcronymWriting{"pck", "Polski Czerwony Krzyż"},
    AcronymWriting{"pzn", "Polski Związek Niewidomych"},
    AcronymWriting{"pzg", "Polski Związek Głuchych"},
    AcronymWriting{"pkps", "Polski Komitet Pomocy Społecznej"},
    AcronymWriting{"zhp", "Związek Harcerstwa Polskiego"},
    AcronymWriting{"utw", "Uniwersytet Trzeciego Wieku"},
    AcronymWriting{"lgd", "Lokalna Grupa Działania"},
    AcronymWriting{"ops", "Ośrodek Pomocy Społecznej"},
    AcronymWriting{"mops", "Miejski Ośrodek Pomocy Społecznej"},
    AcronymWriting{"gops", "Gminny Ośrodek Pomocy Społecznej"},
    AcronymWriting{"mgops", "Miejsko-Gminny Ośrodek Pomocy Społecznej"},
    AcronymWriting{"cus", "Centrum Usług Społecznych"},
    AcronymWriting{"pcpr", "Powiatowe Centrum Pomocy Rodzinie"},
    AcronymWriting{"uks", "Uczniowski Klub Sportowy"},
    AcronymWriting{"lks", "Ludowy Klub Sportowy"},
    AcronymWriting{"mks", "Miejski Klub Sportowy"},
    AcronymWriting{"lzs", "Ludowy Zespół Sportowy"},
};

/// Folded words that carry nothing of a name. "rzecz" only stands in "na rzecz".
inline constexpr std::array<std::string_view, 38> kFunctionWords{
    "a",        "bl",  "dla",  "do",   "dr", "i",     "ich", "ii",       "im",       "imienia",
    "ks",       "lub", "na",   "nad",  "nr", "numer", "o",   "od",       "oraz",     "p",
    "po",       "pod", "prof", "przy", "pw", "rzecz", "s",   "siedziba", "siedziby", "siedzibie",
    "siedziba", "sw",  "the",  "u",    "w",  "we",    "z",   "za"};

/// Rates in the official list of public-benefit organisations (9,181 names, February 2025), so that
/// two names can be weighed without a catalogue: bits, and words in any form.
struct CommonWords {
    double bits;
    std::string_view words;
};
inline constexpr std::array kCommonWords{
    CommonWords{3.5, "klub towarzystwo pomoc sportowy dziecko osoba"},
    CommonWords{4, "przyjaciel niepełnosprawny niepełnosprawność polski rodzina"},
    CommonWords{5,
                "rozwój koło straż ochotniczy pożarny oddział młodzież wspieranie centrum "
                "społeczny szkoła dom serce zwierzę wspierać"},
    CommonWords{5.5,
                "ludowy uczniowski związek intelektualny razem nadzieja życie kultura "
                "zdrowie chory szansa"},
    CommonWords{6,
                "ziemia hospicjum wieś edukacja ochrona miłośnik inicjatywa opieka miejski "
                "wielkopolski nasz świat pomagać integracja"},
    CommonWords{6.5,
                "Jan Paweł brat Albert pro promocja zespół rodzic wiek oświatowy sport "
                "amazonka dzień nowy wspólny zawodowy aktywny"},
    CommonWords{7,
                "instytut gmina rehabilitacja uniwersytet kulturalny akademia podstawowy "
                "terenowy absolwent kobieta niewidomy siedziba caritas szpital dłoń grupa "
                "liceum bank żywność uśmiech przystań walka edukacyjny wsparcie radość promyk "
                "aktywność przyszłość tęcza dobro dobry szkolny powiatowy integracyjny"},
    CommonWords{8,
                "katolicki diecezja Józef fizyczny komitet ośrodek gminny żeglarski "
                "organizacja taniec diabetyk zrzeszenie parafia troska specjalny sztuka "
                "harcerstwo człowiek fundusz wspólnota start muzyczny lokalny prawo "
                "profilaktyka matka forum charytatywny regionalny autyzm otwarty wodny arka "
                "senior wiejski sokół iskra iskierka dar inaczej dziedzictwo miasto marzenie "
                "rodzinny twórczość wolontariat gospodyni"},
};

}  // namespace wespol
