// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/search_response.h"

#include "core/support/joined.h"

#include <set>

namespace wespol {

std::string labels_of(const std::vector<UnderstoodConcept>& concepts) {
    std::set<std::string> seen;
    std::vector<std::string> labels;
    for (const UnderstoodConcept& each : concepts)
        if (seen.insert(each.label).second) labels.push_back(each.label);
    return joined(labels, ", ");
}

}  // namespace wespol
