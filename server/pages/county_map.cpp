// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/county_map.h"

#include "server/pages/labels.h"
#include "server/pages/links.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <unicode/unistr.h>

namespace wespol {

namespace {

constexpr double kSide = 36;  ///< of a hexagon; the picture's unit is a pixel at full size
constexpr double kHalfWidth = kSide * std::numbers::sqrt3 / 2;
constexpr double kGap = 1.6;  ///< taken off each side, so that tiles stand apart
constexpr double kMargin = 4;
constexpr int kDarkest = 5;
constexpr std::int32_t kLongestName = 9;

struct Point {
    double x, y;
};

/// The region's layout may begin with empty rows, the picture begins with the first tile.
int first_row_of(const std::vector<County>& counties) {
    const auto top = std::ranges::min_element(counties, {}, &County::tile_row);
    return top == counties.end() ? 0 : top->tile_row;
}

Point centre_of(const County& county, int first_row) {
    const double shift = county.tile_row % 2 == 0 ? 0 : kHalfWidth;
    return {kMargin + kHalfWidth + shift + 2 * kHalfWidth * county.tile_col,
            kMargin + kSide + 1.5 * kSide * (county.tile_row - first_row)};
}

std::string hexagon_around(Point centre) {
    constexpr double kRadius = kSide - kGap;
    constexpr double kReach = kHalfWidth - kGap;
    constexpr std::array<Point, 6> kCorners{{{0, -kRadius},
                                             {kReach, -kRadius / 2},
                                             {kReach, kRadius / 2},
                                             {0, kRadius},
                                             {-kReach, kRadius / 2},
                                             {-kReach, -kRadius / 2}}};
    std::string points;
    for (const Point corner : kCorners)
        points += fmt::format("{:.1f},{:.1f} ", centre.x + corner.x, centre.y + corner.y);
    points.pop_back();
    return points;
}

/// "czarnko." of "czarnkowsko-trzcianecki": what a tile has room for.
std::string short_name(const std::string& name) {
    const auto unicode = icu::UnicodeString::fromUTF8(name);
    if (unicode.length() <= kLongestName) return name;
    std::string result;
    return unicode.tempSubString(0, kLongestName - 2).toUTF8String(result) + ".";
}

}  // namespace

int shade(std::size_t count, std::size_t greatest) {
    if (count == 0 || greatest == 0) return 0;
    const double part = std::sqrt(static_cast<double>(count) / static_cast<double>(greatest));
    return std::min(kDarkest, 1 + static_cast<int>(part * kDarkest * 0.999));
}

View county_map(const PageContext& context, const Messages& messages, const CountyCounts& counts,
                const SearchRequest& request) {
    std::size_t greatest = 0;
    for (const auto& [county, count] : counts)
        greatest = std::max(greatest, count);

    SearchRequest anywhere = request;
    anywhere.filters.erase(FieldId::county);
    const int first_row = first_row_of(context.references.region.counties());
    double width = 0, height = 0;
    Views tiles;
    for (const County& county : context.references.region.counties()) {
        const auto found = counts.find(county.code);
        const std::size_t count = found == counts.end() ? 0 : found->second;
        const Point centre = centre_of(county, first_row);
        width = std::max(width, centre.x + kHalfWidth + kMargin);
        height = std::max(height, centre.y + kSide + kMargin);

        const std::string name = short_county_name(county, context.language);
        View tile;
        tile["points"] = View(hexagon_around(centre));
        tile["x"] = View(fmt::format("{:.1f}", centre.x));
        tile["y_name"] = View(fmt::format("{:.1f}", centre.y - 4));
        tile["y_count"] = View(fmt::format("{:.1f}", centre.y + 14));
        tile["shade"] = View(std::to_string(shade(count, greatest)));
        tile["name"] = View(short_name(name));
        tile["count"] = View(std::to_string(count));
        tile["full_name"] =
            View(messages("map.tile", {{"name", *county_name(context, messages, county.code)},
                                       {"count", count}}));
        tile["list_name"] = View(name);
        tile["selected"] = View(request.is_selected(FieldId::county, county.code));
        tile["href"] = View(search_href(context, anywhere.with(FieldId::county, county.code)));
        tiles.push_back(std::move(tile));
    }
    View map;
    map["width"] = View(fmt::format("{:.0f}", width));
    map["height"] = View(fmt::format("{:.0f}", height));
    map["tiles"] = View(tiles);
    return map;
}

}  // namespace wespol
