// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/diff/change_set.h"

#include "indexer/diff/field_names.h"

#include <algorithm>

namespace wespol {

RecordPlace place_of(const Provenance& provenance) {
    return {provenance.file, provenance.row, provenance.sheet.value_or("")};
}

bool RecordChange::is_of_sources_only() const {
    return !fields.empty() &&
           std::all_of(fields.begin(), fields.end(),
                       [](const FieldChange& each) { return tells_of_sources(each.field); });
}

std::size_t RecordChanges::of_sources_only() const {
    return static_cast<std::size_t>(
        std::count_if(changed.begin(), changed.end(),
                      [](const RecordChange& each) { return each.is_of_sources_only(); }));
}

}  // namespace wespol
