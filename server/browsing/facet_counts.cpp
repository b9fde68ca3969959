// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/browsing/facet_counts.h"

#include <algorithm>

namespace wespol {
namespace {

const Facet* facet_of(const SearchResponse& response, FieldId field) {
    const auto found = std::ranges::find(response.facets, field, &Facet::field);
    return found == response.facets.end() ? nullptr : &*found;
}

}  // namespace

std::size_t facet_count(const SearchResponse& response, FieldId field, std::string_view code) {
    const Facet* facet = facet_of(response, field);
    if (!facet) return 0;
    const auto found = std::ranges::find(facet->values, code, &FacetValue::code);
    return found == facet->values.end() ? 0 : found->count;
}

std::map<std::string, std::size_t> facet_counts(const SearchResponse& response, FieldId field) {
    std::map<std::string, std::size_t> counts;
    if (const Facet* facet = facet_of(response, field))
        for (const FacetValue& value : facet->values)
            counts.emplace(value.code, value.count);
    return counts;
}

}  // namespace wespol
