// SPDX-License-Identifier: GPL-3.0-or-later
// THE schema: every field of the index declared once. Document builder, filters, facets, sorting
// and the server's parameters walk this table; nothing else writes a prefix or a parameter name.
// Facet terms hold codes, not labels. Constant, thread-safe.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace wespol {

enum class FieldId {
    name,
    aliases,
    offer,
    description,
    certified,
    operator_name,
    place,
    address,
    exact_name,
    type,
    id,
    identifier,
    holder,
    industry,
    legal_form,
    target_group,
    county,
    municipality,
    subregion,
    certificate_state,
    status,
    brand,
    activity,
    cpv,
    location,
    freshness,
    mentions,
    named_after,
    offered,
};

enum class FieldKind {
    text,  ///< analyzed words: surface forms "<prefix>…" with positions, lemmas "Z<prefix>…"
           ///< (with positions in kNeighbourFields)
    code,  ///< one boolean term per value: "<prefix><code>"
    computed,  ///< its values follow from the day asked for, out of intervals in its slot
    value      ///< one value in its slot, for sorting and distance
};

inline constexpr int kNoSlot = -1;

struct Field {
    FieldId id;
    std::string_view name;       ///< key in JSON
    std::string_view parameter;  ///< Polish URL parameter; "" = not a filter
    std::string_view prefix;     ///< term prefix; "" = none
    FieldKind kind;
    int slot;       ///< Xapian value slot; kNoSlot = none
    double weight;  ///< text: factor of a match in this field; otherwise 0
    bool facet;     ///< counted and shown with its values
};

inline constexpr std::array kFields{
    Field{FieldId::name, "name", "", "XN", FieldKind::text, kNoSlot, 8.0, false},
    Field{FieldId::aliases, "aliases", "", "XA", FieldKind::text, kNoSlot, 6.0, false},
    Field{FieldId::offer, "offer", "", "XO", FieldKind::text, kNoSlot, 4.0, false},
    Field{FieldId::description, "description", "", "XD", FieldKind::text, kNoSlot, 1.5, false},
    Field{FieldId::certified, "certified", "", "XC", FieldKind::text, kNoSlot, 3.0, false},
    Field{FieldId::operator_name, "operator", "", "XR", FieldKind::text, kNoSlot, 1.0, false},
    Field{FieldId::place, "place", "", "XL", FieldKind::text, kNoSlot, 2.0, false},
    Field{FieldId::address, "address", "", "XZ", FieldKind::text, kNoSlot, 1.0, false},
    Field{FieldId::exact_name, "exact_name", "", "XE", FieldKind::code, kNoSlot, 0.0, false},
    Field{FieldId::type, "type", "", "XT", FieldKind::code, kNoSlot, 0.0, false},
    Field{FieldId::id, "id", "", "Q", FieldKind::code, kNoSlot, 0.0, false},
    Field{FieldId::identifier, "identifier", "", "XI", FieldKind::code, kNoSlot, 0.0, false},
    Field{FieldId::holder, "holder", "", "XH", FieldKind::code, kNoSlot, 0.0, false},
    Field{FieldId::industry, "industry", "branza", "XB", FieldKind::code, kNoSlot, 0.0, true},
    Field{FieldId::legal_form, "legal_form", "forma", "XF", FieldKind::code, kNoSlot, 0.0, true},
    Field{FieldId::target_group, "target_group", "grupa", "XG", FieldKind::code, kNoSlot, 0.0,
          true},
    Field{FieldId::county, "county", "powiat", "XP", FieldKind::code, kNoSlot, 0.0, true},
    Field{FieldId::municipality, "municipality", "gmina", "XM", FieldKind::code, kNoSlot, 0.0,
          true},
    Field{FieldId::subregion, "subregion", "subregion", "XS", FieldKind::code, kNoSlot, 0.0, true},
    Field{FieldId::certificate_state, "certificate_state", "certyfikat", "", FieldKind::computed, 0,
          0.0, true},
    Field{FieldId::status, "status", "status", "", FieldKind::computed, 1, 0.0, true},
    Field{FieldId::brand, "brand", "marka", "XK", FieldKind::code, kNoSlot, 0.0, true},
    Field{FieldId::activity, "activity", "aktywnosc", "XW", FieldKind::code, kNoSlot, 0.0, true},
    Field{FieldId::cpv, "cpv", "cpv", "XV", FieldKind::code, kNoSlot, 0.0, false},
    Field{FieldId::location, "location", "", "", FieldKind::value, 2, 0.0, false},
    Field{FieldId::freshness, "as_of", "", "", FieldKind::value, 3, 0.0, false},
    Field{FieldId::mentions, "mentions", "", "XU", FieldKind::code, kNoSlot, 0.0, false},
    Field{FieldId::named_after, "named_after", "", "XY", FieldKind::code, kNoSlot, 0.0, false},
    Field{FieldId::offered, "offered", "", "XJ", FieldKind::code, kNoSlot, 0.0, false},
};

constexpr const Field& field(FieldId id) {
    return kFields[static_cast<std::size_t>(id)];
}

/// What two neighbouring words of a query add where they are neighbours in the field too, in their
/// order. Lemmas have positions in these fields only: of longer texts they would double the index.
struct NeighbourField {
    FieldId field;
    double weight;
};
inline constexpr std::array kNeighbourFields{
    NeighbourField{FieldId::name, 4.0}, NeighbourField{FieldId::aliases, 2.0},
    NeighbourField{FieldId::offer, 3.0}, NeighbourField{FieldId::certified, 2.0}};

constexpr bool has_lemma_positions(FieldId id) {
    for (const NeighbourField& each : kNeighbourFields)
        if (each.field == id) return true;
    return false;
}

/// Null when no filter has that name.
const Field* field_of_parameter(std::string_view parameter);

/// What a document is about: the value of FieldId::type.
enum class DocumentType { entity, product, certificate };
std::string_view code(DocumentType type);

/// Keeps of a text field: "XNfuria" (surface) and "ZXNfuria" (lemma). Terms are cut to 120 bytes.
std::string surface_term(const Field& field, std::string_view word);
std::string lemma_term(const Field& field, std::string_view lemma);
std::string code_term(FieldId id, std::string_view code);

/// Changes with the table or with the way documents are built.
std::string schema_fingerprint();

namespace detail {
constexpr bool ids_in_order() {
    for (std::size_t i = 0; i < kFields.size(); ++i)
        if (static_cast<std::size_t>(kFields[i].id) != i) return false;
    return true;
}
/// No two equal, and no prefix the beginning of another (terms would run into each other).
constexpr bool prefixes_are_distinct() {
    for (const Field& a : kFields)
        for (const Field& b : kFields)
            if (&a != &b && !a.prefix.empty() && b.prefix.starts_with(a.prefix)) return false;
    return true;
}
constexpr bool parameters_are_unique() {
    for (const Field& a : kFields)
        for (const Field& b : kFields)
            if (&a != &b && !a.parameter.empty() && a.parameter == b.parameter) return false;
    return true;
}
constexpr bool slots_are_unique() {
    for (const Field& a : kFields)
        for (const Field& b : kFields)
            if (&a != &b && a.slot != kNoSlot && a.slot == b.slot) return false;
    return true;
}
}  // namespace detail
static_assert(detail::ids_in_order());
static_assert(detail::prefixes_are_distinct());
static_assert(detail::parameters_are_unique());
static_assert(detail::slots_are_unique());

}  // namespace wespol
