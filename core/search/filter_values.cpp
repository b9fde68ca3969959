// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/filter_values.h"

#include "core/catalogue/identifiers.h"

#include <array>

namespace wespol {
namespace {

using Codes = std::vector<std::string>;

template <Vocabulary References::*vocabulary>
Codes resolve_concept(const References& references, std::string_view value) {
    const Concept* found = (references.*vocabulary).find_by_word(value);
    return found ? Codes{found->code} : Codes{};
}

template <Vocabulary References::*vocabulary>
Codes all_concepts(const References& references) {
    Codes codes;
    for (const Concept& each : (references.*vocabulary).concepts())
        codes.push_back(each.code);
    return codes;
}

/// By code; else all that bear the name: "Gniezno" is a town and a rural municipality.
template <auto by_code, auto by_name>
Codes resolve_place(const References& references, std::string_view value) {
    const auto* place = (references.region.*by_code)(value);
    return place ? Codes{place->code} : (references.region.*by_name)(value);
}

template <auto places>
Codes all_places(const References& references) {
    Codes codes;
    for (const auto& place : (references.region.*places)())
        codes.push_back(place.code);
    return codes;
}

/// Any CPV code, as 8 digits: the vocabulary knows only the trades of social enterprises.
Codes resolve_cpv(const References& references, std::string_view value) {
    for (const Identifier& each : recognise_identifiers(value))
        if (each.kind == IdentifierKind::cpv) return {each.digits};
    return resolve_concept<&References::cpv>(references, value);
}

template <Vocabulary References::*vocabulary>
constexpr FilterValues concepts_of(FieldId field) {
    return {field, &resolve_concept<vocabulary>, &all_concepts<vocabulary>};
}

template <auto by_code, auto by_name, auto all>
constexpr FilterValues places_of(FieldId field) {
    return {field, &resolve_place<by_code, by_name>, &all_places<all>};
}

constexpr std::array kFilterValues{
    concepts_of<&References::industry>(FieldId::industry),
    concepts_of<&References::legal_form>(FieldId::legal_form),
    concepts_of<&References::target_group>(FieldId::target_group),
    places_of<&Region::county, &Region::counties_named, &Region::counties>(FieldId::county),
    places_of<&Region::municipality, &Region::municipalities_named, &Region::municipalities>(
        FieldId::municipality),
    places_of<&Region::subregion, &Region::subregions_named, &Region::subregions>(
        FieldId::subregion),
    concepts_of<&References::certificate_state>(FieldId::certificate_state),
    concepts_of<&References::status>(FieldId::status),
    concepts_of<&References::brand>(FieldId::brand),
    concepts_of<&References::activity>(FieldId::activity),
    FilterValues{FieldId::cpv, &resolve_cpv, &all_concepts<&References::cpv>}};

constexpr bool has_values(FieldId field) {
    for (const FilterValues& each : kFilterValues)
        if (each.field == field) return true;
    return false;
}

constexpr bool every_filter_has_values() {
    for (const Field& each : kFields)
        if (!each.parameter.empty() && !has_values(each.id)) return false;
    return true;
}
static_assert(every_filter_has_values());

}  // namespace

std::span<const FilterValues> filter_values() {
    return kFilterValues;
}

}  // namespace wespol
