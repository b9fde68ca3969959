// SPDX-License-Identifier: GPL-3.0-or-later
// Documents → the points they stand on, and of points too close to be told apart the one with
// most documents. Plain functions, thread-safe.
#pragma once

#include "core/index/columns.h"

#include <cstddef>
#include <vector>

namespace wespol {

struct PlaceGroup {
    Position point;
    DocId at_point = 0;            ///< the first of those that stand on the very point
    std::vector<DocId> documents;  ///< within the radius, ascending
};

struct PlaceGroups {
    std::vector<PlaceGroup> groups;  ///< most documents on the very point first
    std::size_t without_position = 0;
};

/// No centre of a group lies within `radius_km` of another one. A document between two centres is
/// in both groups, as it is in both circles.
PlaceGroups place_groups(const Columns& columns, const DocSet& documents, double radius_km);

}  // namespace wespol
