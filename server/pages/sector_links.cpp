// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/sector_links.h"

#include "server/pages/links.h"

#include <algorithm>
#include <utility>

namespace wespol {

Views sector_links(const PageContext& context, const Messages& messages,
                   const SearchResponse& overview) {
    Views result;
    const auto facet =
        std::find_if(overview.facets.begin(), overview.facets.end(),
                     [](const Facet& each) { return each.field == FieldId::industry; });
    if (facet == overview.facets.end()) return result;
    for (const FacetValue& value : facet->values) {
        const Concept* known = context.references.industry.find(value.code);
        if (value.count == 0 || (known && known->broader)) continue;
        View sector;
        sector["code"] = View(value.code);
        sector["label"] = View(value.label);
        sector["number"] = View(messages("count.number", {{"count", value.count}}));
        sector["count"] = View(messages("count.entities", {{"count", value.count}}));
        sector["href"] = View(filter_href(context, FieldId::industry, value.code));
        result.push_back(std::move(sector));
    }
    return result;
}

}  // namespace wespol
