// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/facet_builder.h"

#include "core/analysis/collation.h"
#include "core/search/facet_labels.h"

#include <algorithm>

namespace wespol {
namespace {

/// States of a certificate are few and say something by being none: all of them, in their order.
bool shows_every_value(FieldId field) {
    return field == FieldId::certificate_state;
}

/// A facet longer than this leaves out the values that would find nothing (118 municipalities).
constexpr std::size_t kLongestWithEmptyValues = 40;

void sort_values(std::vector<FacetValue>& values) {
    std::sort(values.begin(), values.end(), [](const FacetValue& a, const FacetValue& b) {
        if (a.selected != b.selected) return a.selected;
        if (a.count != b.count) return a.count > b.count;
        if (stands_before(a.label, b.label)) return true;
        return !stands_before(b.label, a.label) && a.code < b.code;
    });
}

}  // namespace

FacetBuilder::FacetBuilder(const IndexSnapshot& snapshot, Day day) : snapshot_(snapshot) {
    for (const Field& field : kFields)
        if (field.facet && field.kind == FieldKind::computed)
            computed_.emplace(field.id, snapshot.columns().facet_on(field.id, day));
}

const FacetColumn& FacetBuilder::column(FieldId field) const {
    const auto computed = computed_.find(field);
    return computed != computed_.end() ? *computed->second : snapshot_.columns().facet(field);
}

std::vector<FacetSelection> FacetBuilder::selections(const SearchRequest& request) const {
    static const std::vector<std::string> nothing_chosen;
    std::vector<FacetSelection> selections;
    for (const Field& field : kFields) {
        if (!field.facet) continue;
        const auto chosen = request.filters.find(field.id);
        selections.emplace_back(field.id, column(field.id),
                                chosen == request.filters.end() ? nothing_chosen : chosen->second);
    }
    return selections;
}

std::vector<Facet> FacetBuilder::facets(const std::vector<FacetSelection>& selections,
                                        const FacetCounts& counts, const SearchRequest& request,
                                        Language language) const {
    const References& references = snapshot_.references();
    std::vector<Facet> facets;
    for (std::size_t index = 0; index < selections.size(); ++index) {
        const FieldId field = selections[index].field;
        const FacetColumn& column = *selections[index].column;
        Facet facet{.field = field, .label = facet_label(field, language), .values = {}};
        const auto add = [&](const std::string& code) {
            const auto ordinal = column.ordinal(code);
            facet.values.push_back({.code = code,
                                    .label = value_label(references, field, code, language),
                                    .count = ordinal ? counts.counts[index][*ordinal] : 0,
                                    .selected = request.is_selected(field, code)});
        };
        if (shows_every_value(field)) {
            for (const Concept& state : references.certificate_state.concepts())
                add(state.code);
        } else {
            const bool is_short = column.codes().size() <= kLongestWithEmptyValues;
            const auto is_offered = [&](std::size_t ordinal) {
                return is_short || counts.counts[index][ordinal] > 0;
            };
            for (std::size_t ordinal = 0; ordinal < column.codes().size(); ++ordinal)
                if (is_offered(ordinal)) add(column.codes()[ordinal]);
            // What was chosen never vanishes, even when it finds nothing here.
            if (const auto chosen = request.filters.find(field); chosen != request.filters.end())
                for (const std::string& code : chosen->second) {
                    const auto ordinal = column.ordinal(code);
                    if (!ordinal || !is_offered(*ordinal)) add(code);
                }
            sort_values(facet.values);
        }
        facets.push_back(std::move(facet));
    }
    return facets;
}

}  // namespace wespol
