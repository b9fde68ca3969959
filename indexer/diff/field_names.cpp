// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/diff/field_names.h"

#include "core/catalogue/partial_date.h"
#include "indexer/source/excerpt.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace wespol {
namespace {

using Shown = std::string (*)(const std::string& value, const References& references);

std::string quoted(const std::string& value, const References& /*references*/) {
    return fmt::format("„{}”", excerpt(value));
}

std::string date(const std::string& value, const References& references) {
    const auto parsed = PartialDate::parse(value);
    return parsed ? parsed->in_polish() : quoted(value, references);
}

template <Vocabulary References::*vocabulary>
std::string concept_label(const std::string& value, const References& references) {
    return fmt::format("„{}”", (references.*vocabulary).label(value, Language::pl));
}

std::string county(const std::string& value, const References& references) {
    const County* found = references.region.county(value);
    return found ? fmt::format("{} ({})", found->name, value) : value;
}

std::string municipality(const std::string& value, const References& references) {
    const Municipality* found = references.region.municipality(value);
    return found ? fmt::format("{} ({})", found->name, value) : value;
}

struct FieldName {
    std::string_view key;
    std::string_view polish;
    Shown shown = quoted;
};

/// In the order in which a person wants to hear of changes.
constexpr std::array kFields{
    FieldName{"name", "nazwa"},
    FieldName{"short_name", "nazwa skrócona"},
    FieldName{"aliases", "inne nazwy"},
    FieldName{"legal_form", "forma prawna", concept_label<&References::legal_form>},
    FieldName{"krs", "KRS"},
    FieldName{"nip", "NIP"},
    FieldName{"regon", "REGON"},
    FieldName{"operator_krs", "KRS prowadzącego"},
    FieldName{"operator_nip", "NIP prowadzącego"},
    FieldName{"activity", "działalność", concept_label<&References::activity>},
    FieldName{"statuses", "statusy"},
    FieldName{"status", "status", concept_label<&References::status>},
    FieldName{"mark", "znak", concept_label<&References::mark>},
    FieldName{"holder", "posiadacz"},
    FieldName{"holder_name", "nazwa posiadacza"},
    FieldName{"holder_town", "miejscowość posiadacza"},
    FieldName{"holder_krs", "KRS posiadacza"},
    FieldName{"holder_nip", "NIP posiadacza"},
    FieldName{"subject", "przedmiot certyfikatu"},
    FieldName{"granted_on", "dzień przyznania", date},
    FieldName{"valid_until", "ważny do", date},
    FieldName{"announced_on", "dzień ogłoszenia", date},
    FieldName{"edition", "edycja"},
    FieldName{"year_inferred", "rok domyślny"},
    FieldName{"granted_on_basis", "podstawa daty przyznania"},
    FieldName{"industry", "branża"},
    FieldName{"offer_at_grant", "oferta w dniu przyznania"},
    FieldName{"brand", "marka", concept_label<&References::brand>},
    FieldName{"kind", "rodzaj", concept_label<&References::product_kind>},
    FieldName{"maker", "wykonawca"},
    FieldName{"maker_candidates", "możliwi wykonawcy"},
    FieldName{"maker_basis", "podstawa wskazania wykonawcy"},
    FieldName{"collection", "kolekcja"},
    FieldName{"year", "rok", date},
    FieldName{"material", "materiał"},
    FieldName{"price_pln", "cena"},
    FieldName{"street", "ulica"},
    FieldName{"postal_code", "kod pocztowy"},
    FieldName{"town", "miejscowość"},
    FieldName{"municipality", "gmina", municipality},
    FieldName{"county", "powiat", county},
    FieldName{"subregion", "subregion"},
    FieldName{"location", "położenie"},
    FieldName{"phone", "telefon"},
    FieldName{"email", "e-mail"},
    FieldName{"website", "strona"},
    FieldName{"founded", "data założenia", date},
    FieldName{"operator_name", "prowadzący"},
    FieldName{"operator_id", "prowadzący w katalogu"},
    FieldName{"industries", "branże", concept_label<&References::industry>},
    FieldName{"industry_words", "branże słowami źródła"},
    FieldName{"target_groups", "grupy odbiorców", concept_label<&References::target_group>},
    FieldName{"target_group_words", "grupy odbiorców słowami źródła"},
    FieldName{"offer", "oferta"},
    FieldName{"description", "opis"},
    FieldName{"note", "uwaga"},
    FieldName{"id", "identyfikator"},
    FieldName{"provenance.file", "plik"},
    FieldName{"provenance.sheet", "arkusz"},
    FieldName{"provenance.as_of", "stan na dzień", date},
    FieldName{"provenance.evidence", "rodzaj źródła"},
    FieldName{"provenance.urls", "adresy źródeł"},
    FieldName{"claims", "co mówi każde źródło"},
};

struct ListName {
    std::string_view list;
    std::string_view polish;
};

constexpr std::array kLists{
    ListName{"brands", "marki"},
    ListName{"support_centres", "ośrodki wsparcia"},
    ListName{"awards", "wyróżnienia gmin"},
    ListName{"editions", "edycje certyfikatów"},
    ListName{"thresholds", "progi zamówień publicznych"},
    ListName{"guidance", "wskazówki dla zamawiającego"},
    ListName{"retired_ids", "dawne identyfikatory"},
    ListName{"abbreviations", "skróty"},
    ListName{"cpv_sources", "źródła kodów CPV"},
    ListName{"site_operator", "kto prowadzi serwis"},
    ListName{"vocabulary.industry", "słownik branż"},
    ListName{"vocabulary.legal_form", "słownik form prawnych"},
    ListName{"vocabulary.target_group", "słownik grup odbiorców"},
    ListName{"vocabulary.brand", "słownik marek"},
    ListName{"vocabulary.mark", "słownik znaków"},
    ListName{"vocabulary.status", "słownik statusów"},
    ListName{"vocabulary.activity", "słownik działalności"},
    ListName{"vocabulary.certificate_state", "słownik stanów certyfikatu"},
    ListName{"vocabulary.product_kind", "słownik rodzajów produktów"},
    ListName{"vocabulary.cpv", "słownik kodów CPV"},
    ListName{"region.subregions", "subregiony"},
    ListName{"region.counties", "powiaty"},
    ListName{"region.municipalities", "gminy"},
    ListName{"region.localities", "miejscowości"},
    ListName{"region.postal_codes", "kody pocztowe"},
    ListName{"region.place_names", "obce nazwy miejscowości"},
};

auto find_field(std::string_view key) {
    return std::find_if(kFields.begin(), kFields.end(),
                        [&](const FieldName& each) { return each.key == key; });
}

}  // namespace

std::string_view polish_field(std::string_view key) {
    const auto* const found = find_field(key);
    return found == kFields.end() ? key : found->polish;
}

std::size_t rank_of_field(std::string_view key) {
    return static_cast<std::size_t>(find_field(key) - kFields.begin());
}

bool tells_of_sources(std::string_view key) {
    return key.starts_with("provenance.") || key == "claims";
}

std::string shown_value(std::string_view key, const std::string& value,
                        const References& references) {
    const auto* const found = find_field(key);
    return (found == kFields.end() ? quoted : found->shown)(value, references);
}

std::string_view polish_list(std::string_view list) {
    const auto* const found = std::find_if(kLists.begin(), kLists.end(),
                                           [&](const ListName& each) { return each.list == list; });
    return found == kLists.end() ? list : found->polish;
}

}  // namespace wespol
