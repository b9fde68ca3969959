// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/place_groups.h"

#include "core/catalogue/region.h"

#include <algorithm>
#include <map>
#include <utility>

namespace wespol {
namespace {

/// A degree of latitude is never shorter than this.
constexpr double kShortestDegreeKm = 110.0;

struct Point {
    Position position;
    std::vector<DocId> documents;
    bool is_taken = false;  ///< within the circle of a greater one
};

std::vector<Point> points_of(const Columns& columns, const DocSet& documents,
                             std::size_t& without_position) {
    std::map<std::pair<double, double>, std::vector<DocId>> by_position;
    documents.for_each([&](DocId document) {
        if (const auto position = columns.position(document))
            by_position[{position->lat, position->lon}].push_back(document);
        else
            ++without_position;
    });
    std::vector<Point> points;
    points.reserve(by_position.size());
    for (auto& [position, standing] : by_position)
        points.push_back({{position.first, position.second}, std::move(standing)});
    return points;
}

/// Calls `visit(point)` for each within the circle around `points[centre]`, itself included.
/// `points` stand from south to north, so only a band of them is looked at.
template <class Visit>
void for_each_near(std::vector<Point>& points, std::size_t centre, double radius_km, Visit visit) {
    const Position middle = points[centre].position;
    const double reach = radius_km / kShortestDegreeKm;
    const auto first = std::ranges::lower_bound(
        points, middle.lat - reach, {}, [](const Point& each) { return each.position.lat; });
    for (auto each = first; each != points.end() && each->position.lat <= middle.lat + reach;
         ++each)
        if (distance_km(middle.lat, middle.lon, each->position.lat, each->position.lon) <=
            radius_km)
            visit(*each);
}

}  // namespace

PlaceGroups place_groups(const Columns& columns, const DocSet& documents, double radius_km) {
    PlaceGroups result;
    std::vector<Point> points = points_of(columns, documents, result.without_position);

    std::vector<std::size_t> greatest_first(points.size());
    for (std::size_t i = 0; i < points.size(); ++i)
        greatest_first[i] = i;
    std::ranges::stable_sort(greatest_first, std::ranges::greater(),
                             [&](std::size_t i) { return points[i].documents.size(); });
    for (const std::size_t centre : greatest_first) {
        if (points[centre].is_taken) continue;
        PlaceGroup group{points[centre].position, points[centre].documents.front(), {}};
        for_each_near(points, centre, radius_km, [&](Point& near) {
            near.is_taken = true;
            group.documents.insert(group.documents.end(), near.documents.begin(),
                                   near.documents.end());
        });
        std::ranges::sort(group.documents);
        result.groups.push_back(std::move(group));
    }
    return result;
}

}  // namespace wespol
