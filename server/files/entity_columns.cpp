// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/files/entity_columns.h"

#include "core/catalogue/certificate_doubt.h"
#include "core/catalogue/status_doubt.h"
#include "core/support/joined.h"

#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace wespol {
namespace {

using Context = ColumnContext;

const Entity& entity_of(const EntityRow& row) {
    return row.hit.entity;
}

const EntityStatus* status_of(const EntityRow& row) {
    const auto& status = row.facts.enterprise.status;
    return status ? &*status : nullptr;
}

/// "ul. Mostowa 12, 62-200 Gniezno": as much of it as is known.
FileCell address(const EntityRow& row, const Context&) {
    const Entity& entity = entity_of(row);
    const std::string place =
        joined_known({entity.postal_code.value_or(""), entity.town.value_or("")}, " ");
    const std::string whole = joined_known({entity.street.value_or(""), place}, ", ");
    return whole.empty() ? FileCell{} : FileCell(whole);
}

FileCell municipality(const EntityRow& row, const Context& context) {
    const auto& code = entity_of(row).municipality;
    if (!code) return {};
    const Municipality* known = context.references.region.municipality(*code);
    return known ? known->label : *code;
}

FileCell county(const EntityRow& row, const Context& context) {
    const auto& code = entity_of(row).county;
    if (!code) return {};
    const County* known = context.references.region.county(*code);
    return known ? name_in(known->labels, context.language) : *code;
}

FileCell subregion(const EntityRow& row, const Context& context) {
    const auto& code = entity_of(row).subregion;
    if (!code) return {};
    const Subregion* known = context.references.region.subregion(*code);
    return known ? name_in(known->labels, context.language) : *code;
}

FileCell distance(const EntityRow& row, const Context&) {
    if (!row.hit.distance_km) return {};
    return std::round(*row.hit.distance_km * 10) / 10;  // as the API has it
}

FileCell mark_start(const EntityRow& row, const Context&) {
    const auto& days = row.facts.mark.validity;
    return days ? span_cell(days->earliest_start, days->latest_start) : FileCell{};
}

FileCell mark_end(const EntityRow& row, const Context&) {
    const auto& days = row.facts.mark.validity;
    return days ? span_cell(days->earliest_end, days->latest_end) : FileCell{};
}

FileCell activity(const EntityRow& row, const Context& context) {
    const auto& code = entity_of(row).activity;
    if (!code) return {};
    return context.references.activity.label(*code, context.language);
}

FileCell status_name(const EntityRow& row, const Context& context) {
    const EntityStatus* status = status_of(row);
    if (!status) return {};
    return context.references.status.label(status->status, context.language);
}

FileCell status_doubt(const EntityRow& row, const Context& context) {
    const EntityStatus* status = status_of(row);
    if (!status) return {};
    std::string doubt = doubt_in_polish(*status, context.as_of);
    return doubt.empty() ? FileCell{} : FileCell(std::move(doubt));
}

FileCell mark_ended_since(const EntityRow& row, const Context&) {
    const MarkFact& mark = row.facts.mark;
    if (mark.state != CertificateState::expired || !mark.validity) return {};
    const auto since = ended_since(*mark.validity);
    return since ? FileCell(*since) : FileCell{};
}

FileCell mark_remarks(const EntityRow& row, const Context& context) {
    const std::vector<std::string> remarks =
        date_remarks(row.facts.mark, context.as_of, Language::pl);
    if (remarks.empty()) return {};
    return joined(remarks, " ");
}

constexpr bool kFacts = true;
constexpr bool kPlain = false;

// Columns are added at the end of their group; a code never changes its meaning.
constexpr std::array kColumns{
    EntityColumn{
        "id", "Identyfikator w katalogu",
        "Stały identyfikator podmiotu w Wespół; nie jest numerem rejestru.", 22, Usual::yes, kPlain,
        [](const EntityRow& row, const Context&) -> FileCell { return entity_of(row).id; }},
    EntityColumn{
        "nazwa", "Nazwa", "Nazwa podmiotu.", 48, Usual::yes, kPlain,
        [](const EntityRow& row, const Context&) -> FileCell { return entity_of(row).name; }},
    EntityColumn{
        "nazwa_skrocona", "Nazwa skrócona", "Nazwa skrócona, gdy źródło ją podaje.", 24, Usual::no,
        kPlain,
        [](const EntityRow& row, const Context&) { return text_cell(entity_of(row).short_name); }},
    EntityColumn{"forma", "Forma prawna", "Forma prawna w słowach.", 26, Usual::yes, kPlain,
                 [](const EntityRow& row, const Context& context) -> FileCell {
                     return context.references.legal_form.label(entity_of(row).legal_form,
                                                                context.language);
                 }},
    EntityColumn{
        "forma_kod", "Forma prawna (kod)", "Kod formy prawnej, jak w parametrze „forma”.", 20,
        Usual::no, kPlain,
        [](const EntityRow& row, const Context&) -> FileCell { return entity_of(row).legal_form; }},
    EntityColumn{
        "nip", "NIP", "10 cyfr, jako tekst.", 13, Usual::yes, kPlain,
        [](const EntityRow& row, const Context&) { return text_cell(entity_of(row).nip); }},
    EntityColumn{
        "krs", "KRS", "10 cyfr z zerami na początku, jako tekst.", 13, Usual::yes, kPlain,
        [](const EntityRow& row, const Context&) { return text_cell(entity_of(row).krs); }},
    EntityColumn{
        "regon", "REGON", "9 albo 14 cyfr, jako tekst.", 16, Usual::yes, kPlain,
        [](const EntityRow& row, const Context&) { return text_cell(entity_of(row).regon); }},
    EntityColumn{"adres", "Adres",
                 "Ulica z numerem, kod pocztowy i miejscowość: tyle, ile wiadomo.", 40, Usual::yes,
                 kPlain, address},
    EntityColumn{
        "ulica", "Ulica i numer", "Ulica z numerem.", 28, Usual::no, kPlain,
        [](const EntityRow& row, const Context&) { return text_cell(entity_of(row).street); }},
    EntityColumn{
        "kod_pocztowy", "Kod pocztowy", "W postaci 00-000.", 12, Usual::no, kPlain,
        [](const EntityRow& row, const Context&) { return text_cell(entity_of(row).postal_code); }},
    EntityColumn{
        "miejscowosc", "Miejscowość", "Miejscowość siedziby.", 20, Usual::no, kPlain,
        [](const EntityRow& row, const Context&) { return text_cell(entity_of(row).town); }},
    EntityColumn{"gmina", "Gmina", "Gmina siedziby.", 22, Usual::yes, kPlain, municipality},
    EntityColumn{"powiat", "Powiat", "Powiat siedziby albo miasto na jego prawach.", 20, Usual::yes,
                 kPlain, county},
    EntityColumn{"subregion", "Subregion", "Obszar działania OWES.", 16, Usual::no, kPlain,
                 subregion},
    EntityColumn{"szerokosc", "Szerokość geograficzna", "W stopniach, WGS 84.", 12, Usual::no,
                 kPlain,
                 [](const EntityRow& row, const Context&) -> FileCell {
                     const auto& location = entity_of(row).location;
                     return location ? FileCell(location->lat) : FileCell{};
                 }},
    EntityColumn{"dlugosc", "Długość geograficzna", "W stopniach, WGS 84.", 12, Usual::no, kPlain,
                 [](const EntityRow& row, const Context&) -> FileCell {
                     const auto& location = entity_of(row).location;
                     return location ? FileCell(location->lon) : FileCell{};
                 }},
    EntityColumn{"dokladnosc", "Dokładność położenia",
                 "Co wskazuje położenie: address (adres), locality (miejscowość) albo municipality "
                 "(gminę).",
                 14, Usual::on_map, kPlain,
                 [](const EntityRow& row, const Context&) -> FileCell {
                     const auto& location = entity_of(row).location;
                     return location ? FileCell(location->precision) : FileCell{};
                 }},
    EntityColumn{"odleglosc_km", "Odległość (km)",
                 "W linii prostej od miejsca, o które pytano; puste, gdy położenie nie jest znane.",
                 12, Usual::with_place, kPlain, distance},
    EntityColumn{
        "telefon", "Telefon", "Telefon organizacji.", 18, Usual::yes, kPlain,
        [](const EntityRow& row, const Context&) { return text_cell(entity_of(row).phone); }},
    EntityColumn{
        "email", "E-mail", "Adres poczty organizacji.", 28, Usual::yes, kPlain,
        [](const EntityRow& row, const Context&) { return text_cell(entity_of(row).email); }},
    EntityColumn{
        "www", "Strona internetowa", "Adres strony organizacji.", 30, Usual::yes, kPlain,
        [](const EntityRow& row, const Context&) { return text_cell(entity_of(row).website); }},
    EntityColumn{"branze", "Branże", "Branże w słowach, rozdzielone średnikami.", 34, Usual::yes,
                 kPlain,
                 [](const EntityRow& row, const Context& context) {
                     return labels_cell(context.references.industry, entity_of(row).industries,
                                        context.language);
                 }},
    EntityColumn{
        "branze_kody", "Branże (kody)", "Kody branż, jak w parametrze „branza”.", 26, Usual::no,
        kPlain,
        [](const EntityRow& row, const Context&) { return list_cell(entity_of(row).industries); }},
    EntityColumn{"grupy", "Grupy", "Grupy osób, z którymi albo dla których podmiot działa.", 30,
                 Usual::no, kPlain,
                 [](const EntityRow& row, const Context& context) {
                     return labels_cell(context.references.target_group,
                                        entity_of(row).target_groups, context.language);
                 }},
    EntityColumn{
        "oferta", "Oferta", "Co podmiot oferuje, słowami źródeł, rozdzielone średnikami.", 48,
        Usual::no, kPlain,
        [](const EntityRow& row, const Context&) { return list_cell(entity_of(row).offer); }},
    EntityColumn{
        "opis", "Opis", "Opis ze źródła.", 48, Usual::no, kPlain,
        [](const EntityRow& row, const Context&) { return text_cell(entity_of(row).description); }},
    EntityColumn{"marki", "Marki", "Marki, pod którymi są produkty podmiotu.", 24, Usual::no,
                 kPlain,
                 [](const EntityRow& row, const Context& context) {
                     return labels_cell(context.references.brand, row.hit.brands, context.language);
                 }},
    EntityColumn{"aktywnosc", "Działalność",
                 "Czy podmiot działa, według źródeł; puste, gdy nic o tym nie wiadomo.", 14,
                 Usual::yes, kPlain, activity},
    EntityColumn{"prowadzacy", "Podmiot prowadzący",
                 "Kto prowadzi jednostkę (ZAZ, CIS, WTZ, KIS); z nim zawiera się umowę.", 34,
                 Usual::no, kPlain,
                 [](const EntityRow& row, const Context&) {
                     return text_cell(entity_of(row).operator_name);
                 }},
    EntityColumn{
        "na_dzien", "Na dzień",
        "Dzień, na który podano trzy fakty prawne z następnych kolumn. Żaden z nich nie "
        "dowodzi innego.",
        12, Usual::yes, kPlain,
        [](const EntityRow&, const Context& context) -> FileCell { return context.as_of; }},
    EntityColumn{
        "art94", "Fakt 1: kategoria z art. 94 Pzp",
        "Czy forma prawna jest wymieniona w art. 94 ust. 1 Prawa zamówień publicznych. Nie "
        "dowodzi, że podmiot spełnia warunki zamówienia.",
        26, Usual::yes, kFacts,
        [](const EntityRow& row, const Context& context) -> FileCell {
            return context.words.of(row.facts.art_94);
        }},
    EntityColumn{"art94_kod", "Fakt 1 (kod)", "z_formy, do_oswiadczenia albo nieznana.", 16,
                 Usual::no, kFacts,
                 [](const EntityRow& row, const Context&) -> FileCell {
                     return std::string(code(row.facts.art_94.category));
                 }},
    EntityColumn{
        "art94_stan_na", "Fakt 1: stan na", "Kiedy źródło formy prawnej ostatnio potwierdzono.", 13,
        Usual::yes, kFacts,
        [](const EntityRow& row, const Context&) { return date_cell(row.facts.art_94.as_of); }},
    EntityColumn{"status_ps", "Fakt 2: status przedsiębiorstwa społecznego",
                 "Czy status obowiązywał w tym dniu, według źródeł katalogu. Dowodem jest decyzja "
                 "wojewody i wpis w RJPS.",
                 26, Usual::yes, kFacts,
                 [](const EntityRow& row, const Context& context) -> FileCell {
                     return context.words.of(row.facts.enterprise);
                 }},
    EntityColumn{"status_ps_nazwa", "Fakt 2: który status",
                 "Status z decyzji wojewody albo dawny status nadawany przez OWES.", 26, Usual::yes,
                 kFacts, status_name},
    EntityColumn{"status_ps_kod", "Fakt 2 (kod)",
                 "obowiazuje, niepewny, zakonczony, pozniejszy albo brak_w_zrodlach.", 16,
                 Usual::no, kFacts,
                 [](const EntityRow& row, const Context&) -> FileCell {
                     return std::string(code(row.facts.enterprise.state));
                 }},
    EntityColumn{"status_ps_od", "Fakt 2: od", "Początek statusu, tak dokładnie, jak go znamy.", 13,
                 Usual::yes, kFacts,
                 [](const EntityRow& row, const Context&) {
                     const EntityStatus* status = status_of(row);
                     return status ? date_cell(status->from) : FileCell{};
                 }},
    EntityColumn{"status_ps_do", "Fakt 2: do", "Koniec statusu; puste, gdy źródło go nie podaje.",
                 13, Usual::yes, kFacts,
                 [](const EntityRow& row, const Context&) {
                     const EntityStatus* status = status_of(row);
                     return status ? date_cell(status->until) : FileCell{};
                 }},
    EntityColumn{"status_ps_stan_na", "Fakt 2: stan na", "Kiedy źródło statusu mówiło, że trwa.",
                 13, Usual::yes, kFacts,
                 [](const EntityRow& row, const Context&) {
                     const EntityStatus* status = status_of(row);
                     return status ? date_cell(status->as_of) : FileCell{};
                 }},
    EntityColumn{"status_ps_uwaga", "Fakt 2: dlaczego niepewny",
                 "Czego źródła nie mówią, gdy status jest w tym dniu niepewny.", 40, Usual::yes,
                 kFacts, status_doubt},
    EntityColumn{
        "znak", "Fakt 3: znak Zakup Prospołeczny",
        "Stan certyfikatów podmiotu w tym dniu. Znak jakości produktu lub usługi; nie jest "
        "podstawą zastrzeżenia zamówienia.",
        20, Usual::yes, kFacts,
        [](const EntityRow& row, const Context& context) -> FileCell {
            return context.words.of(row.facts.mark);
        }},
    EntityColumn{"znak_kod", "Fakt 3 (kod)", "wazny, wygasa, niepewny, wygasl albo nigdy.", 12,
                 Usual::no, kFacts,
                 [](const EntityRow& row, const Context&) -> FileCell {
                     return std::string(code(row.facts.mark.state));
                 }},
    EntityColumn{"znak_od", "Fakt 3: od",
                 "Początek certyfikatu, na którym opiera się stan; „a/b” to najwcześniejszy i "
                 "najpóźniejszy możliwy dzień.",
                 13, Usual::yes, kFacts, mark_start},
    EntityColumn{"znak_do", "Fakt 3: do",
                 "Ostatni dzień tego certyfikatu: ze źródła albo 12 miesięcy od nadania; „a/b” jak "
                 "wyżej.",
                 13, Usual::yes, kFacts, mark_end},
    EntityColumn{"znak_wygasl_od", "Fakt 3: nie obowiązuje od",
                 "Pierwszy dzień bez znaku, gdy certyfikat wygasł; przy niepewnym końcu "
                 "najpóźniejszy możliwy.",
                 13, Usual::yes, kFacts, mark_ended_since},
    EntityColumn{"znak_uwaga", "Fakt 3: uwagi do dat",
                 "Czego daty nie rozstrzygają na ten dzień i czy rok nadania ustalono pośrednio.",
                 40, Usual::yes, kFacts, mark_remarks},
    EntityColumn{
        "znak_certyfikat", "Fakt 3: certyfikat",
        "Identyfikator certyfikatu, na którym opiera się stan.", 22, Usual::no, kFacts,
        [](const EntityRow& row, const Context&) { return text_cell(row.facts.mark.certificate); }},
    EntityColumn{"zrodlo", "Źródło", "Strony, na których opiera się zapis, rozdzielone średnikami.",
                 36, Usual::yes, kPlain,
                 [](const EntityRow& row, const Context&) {
                     return list_cell(entity_of(row).provenance.urls);
                 }},
    EntityColumn{"stan_na", "Stan na", "Kiedy te źródła ostatnio potwierdzono.", 13, Usual::yes,
                 kPlain,
                 [](const EntityRow& row, const Context&) {
                     return date_cell(entity_of(row).provenance.as_of);
                 }},
    EntityColumn{"adres_w_katalogu", "Adres w katalogu",
                 "Strona podmiotu w Wespół, ze źródłem każdego faktu.", 40, Usual::yes, kPlain,
                 [](const EntityRow& row, const Context& context) -> FileCell {
                     return context.site + "/podmiot/" + percent_encoded(entity_of(row).id);
                 }},
};

}  // namespace

ColumnTable<EntityRow> entity_columns() {
    return kColumns;
}

}  // namespace wespol
