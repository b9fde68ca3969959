// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/facet_counter.h"

#include <algorithm>

namespace wespol {

FacetSelection::FacetSelection(FieldId selected_field, const FacetColumn& facet_column,
                               const std::vector<std::string>& codes)
    : field(selected_field),
      column(&facet_column),
      chosen(facet_column.codes().size()),
      restricts(!codes.empty()) {
    for (const std::string& code : codes)
        if (const auto ordinal = facet_column.ordinal(code)) chosen[*ordinal] = true;
}

bool FacetSelection::accepts(DocId document) const {
    if (!restricts) return true;
    return std::any_of(column->begin(document), column->end(document),
                       [&](FacetColumn::Ordinal ordinal) { return chosen[ordinal]; });
}

FacetCounts count_facets(const DocSet& documents, const std::vector<FacetSelection>& selections,
                         DocId last_document) {
    FacetCounts result{.accepted = DocSet(last_document), .counts = {}, .refused_by_this_only = {}};
    for (const FacetSelection& selection : selections)
        result.counts.emplace_back(selection.column->codes().size());
    result.refused_by_this_only.resize(selections.size());

    const auto count_values = [&](std::size_t index, DocId document) {
        const FacetColumn& column = *selections[index].column;
        for (const auto* ordinal = column.begin(document); ordinal != column.end(document);
             ++ordinal)
            ++result.counts[index][*ordinal];
    };
    documents.for_each([&](DocId document) {
        std::size_t refusals = 0;
        std::size_t refused_by = 0;
        for (std::size_t index = 0; index < selections.size() && refusals < 2; ++index)
            if (!selections[index].accepts(document)) {
                ++refusals;
                refused_by = index;
            }
        if (refusals == 0) {
            result.accepted.add(document);
            for (std::size_t index = 0; index < selections.size(); ++index)
                count_values(index, document);
        } else if (refusals == 1) {
            ++result.refused_by_this_only[refused_by];
            count_values(refused_by, document);
        }
    });
    return result;
}

}  // namespace wespol
