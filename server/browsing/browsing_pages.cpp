// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/browsing/browsing_pages.h"

namespace wespol {

std::vector<const County*> counties_of(const SupportCentre& centre, const Region& region) {
    std::vector<const County*> counties;
    for (const std::string& code : centre.counties)
        if (const County* county = region.county(code)) counties.push_back(county);
    if (!counties.empty() || !centre.subregion) return counties;
    for (const County& county : region.counties())
        if (county.subregion == *centre.subregion) counties.push_back(&county);
    return counties;
}

}  // namespace wespol
