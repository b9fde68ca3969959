// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/files/certificate_columns.h"

#include "core/catalogue/certificate_doubt.h"

#include <array>

namespace wespol {
namespace {

using Context = ColumnContext;

FileCell edition(const CertificateHit& hit, const Context& context) {
    const CertificateEdition* known = context.references.edition(hit.certificate.edition);
    return known ? known->label : hit.certificate.edition;
}

/// Empty where there is no end to speak of.
FileCell end_basis(const CertificateHit& hit, const Context&) {
    if (!hit.validity.earliest_end && !hit.validity.latest_end) return {};
    return std::string(hit.validity.end_is_computed ? "12 miesięcy od nadania" : "ze źródła");
}

FileCell holder_page(const CertificateHit& hit, const Context& context) {
    const auto& holder = hit.certificate.holder;
    return holder ? FileCell(context.site + "/podmiot/" + percent_encoded(*holder)) : FileCell{};
}

FileCell grant_remark(const CertificateHit& hit, const Context&) {
    const Certificate& certificate = hit.certificate;
    std::string remark(certificate.year_inferred ? year_inferred_in(Language::pl) : "");
    if (certificate.granted_on_basis)
        remark += (remark.empty() ? "" : " ") + *certificate.granted_on_basis;
    return remark.empty() ? FileCell{} : FileCell(remark);
}

constexpr bool kPlain = false;

constexpr std::array kColumns{
    CertificateColumn{
        "id", "Identyfikator certyfikatu", "Stały identyfikator certyfikatu w Wespół.", 24,
        Usual::yes, kPlain,
        [](const CertificateHit& hit, const Context&) -> FileCell { return hit.certificate.id; }},
    CertificateColumn{"znak", "Znak", "Znak, którego certyfikat dotyczy.", 20, Usual::yes, kPlain,
                      [](const CertificateHit& hit, const Context& context) -> FileCell {
                          return context.references.mark.label(hit.certificate.mark,
                                                               context.language);
                      }},
    CertificateColumn{"posiadacz", "Posiadacz", "Nazwa posiadacza, jak ją pisze źródło.", 44,
                      Usual::yes, kPlain,
                      [](const CertificateHit& hit, const Context&) -> FileCell {
                          return hit.certificate.holder_name;
                      }},
    CertificateColumn{"posiadacz_id", "Identyfikator posiadacza",
                      "Podmiot katalogu; puste, gdy posiadacza w nim nie ma.", 22, Usual::yes,
                      kPlain,
                      [](const CertificateHit& hit, const Context&) {
                          return text_cell(hit.certificate.holder);
                      }},
    CertificateColumn{"miejscowosc", "Miejscowość", "Miejscowość posiadacza według źródła.", 20,
                      Usual::yes, kPlain,
                      [](const CertificateHit& hit, const Context&) {
                          return text_cell(hit.certificate.holder_town);
                      }},
    CertificateColumn{"przedmiot", "Produkt lub usługa", "Na co nadano znak.", 40, Usual::yes,
                      kPlain,
                      [](const CertificateHit& hit, const Context&) {
                          return text_cell(hit.certificate.subject);
                      }},
    CertificateColumn{"edycja", "Edycja", "Edycja certyfikacji.", 28, Usual::yes, kPlain, edition},
    CertificateColumn{"nadano", "Nadano", "Dzień nadania, tak dokładnie, jak go znamy.", 14,
                      Usual::yes, kPlain,
                      [](const CertificateHit& hit, const Context&) {
                          return date_cell(hit.certificate.granted_on);
                      }},
    CertificateColumn{"nadano_uwaga", "Nadano: skąd wiadomo",
                      "Czy rok ustalono pośrednio i skąd wiadomo, kiedy nadano.", 30, Usual::yes,
                      kPlain, grant_remark},
    CertificateColumn{"ogloszono", "Ogłoszono", "Kiedy nadanie ogłoszono.", 14, Usual::no, kPlain,
                      [](const CertificateHit& hit, const Context&) {
                          return date_cell(hit.certificate.announced_on);
                      }},
    CertificateColumn{"od", "Ważny od",
                      "Pierwszy dzień; „a/b” to najwcześniejszy i najpóźniejszy możliwy.", 14,
                      Usual::no, kPlain,
                      [](const CertificateHit& hit, const Context&) {
                          return span_cell(hit.validity.earliest_start, hit.validity.latest_start);
                      }},
    CertificateColumn{"do", "Ważny do",
                      "Ostatni dzień; „a/b” to najwcześniejszy i najpóźniejszy możliwy.", 14,
                      Usual::yes, kPlain,
                      [](const CertificateHit& hit, const Context&) {
                          return span_cell(hit.validity.earliest_end, hit.validity.latest_end);
                      }},
    CertificateColumn{"do_podstawa", "Skąd koniec",
                      "Ze źródła albo policzony: 12 miesięcy od nadania.", 22, Usual::yes, kPlain,
                      end_basis},
    CertificateColumn{
        "na_dzien", "Na dzień", "Dzień, na który podano stan.", 12, Usual::yes, kPlain,
        [](const CertificateHit&, const Context& context) -> FileCell { return context.as_of; }},
    CertificateColumn{"stan", "Stan w tym dniu", "Stan certyfikatu w tym dniu, w słowach.", 18,
                      Usual::yes, kPlain,
                      [](const CertificateHit& hit, const Context& context) -> FileCell {
                          return context.words.of(hit.state);
                      }},
    CertificateColumn{"stan_kod", "Stan (kod)", "wazny, wygasa, niepewny, wygasl albo nigdy.", 12,
                      Usual::no, kPlain,
                      [](const CertificateHit& hit, const Context&) -> FileCell {
                          return std::string(code(hit.state));
                      }},
    CertificateColumn{"niepewny_bo", "Czego daty nie rozstrzygają",
                      "Dlaczego nie wiadomo, czy tego dnia był ważny albo czy kończył się w ciągu "
                      "30 dni.",
                      40, Usual::yes, kPlain,
                      [](const CertificateHit& hit, const Context& context) -> FileCell {
                          const auto doubt = doubt_on(hit.validity, context.as_of);
                          if (!doubt) return {};
                          return in_polish(*doubt, hit.certificate);
                      }},
    CertificateColumn{"wygasl_od", "Nie obowiązuje od",
                      "Pierwszy dzień bez certyfikatu, gdy wygasł; przy niepewnym końcu "
                      "najpóźniejszy możliwy.",
                      14, Usual::yes, kPlain,
                      [](const CertificateHit& hit, const Context&) -> FileCell {
                          const auto since = ended_since(hit.validity);
                          if (hit.state != CertificateState::expired || !since) return {};
                          return *since;
                      }},
    CertificateColumn{
        "uwagi", "Uwagi", "Uwagi do zapisu.", 40, Usual::no, kPlain,
        [](const CertificateHit& hit, const Context&) { return text_cell(hit.certificate.note); }},
    CertificateColumn{"zrodlo", "Źródło",
                      "Strony, na których opiera się zapis, rozdzielone średnikami.", 36,
                      Usual::yes, kPlain,
                      [](const CertificateHit& hit, const Context&) {
                          return list_cell(hit.certificate.provenance.urls);
                      }},
    CertificateColumn{"stan_na", "Stan na", "Kiedy te źródła ostatnio potwierdzono.", 13,
                      Usual::yes, kPlain,
                      [](const CertificateHit& hit, const Context&) {
                          return date_cell(hit.certificate.provenance.as_of);
                      }},
    CertificateColumn{"adres_w_katalogu", "Posiadacz w katalogu",
                      "Strona posiadacza w Wespół; puste, gdy go w katalogu nie ma.", 40,
                      Usual::yes, kPlain, holder_page},
};

}  // namespace

ColumnTable<CertificateHit> certificate_columns() {
    return kColumns;
}

}  // namespace wespol
