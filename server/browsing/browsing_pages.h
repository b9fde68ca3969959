// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages one browses by are made of: sectors, support centres, a brand and its products.
// Plain values; pointers lead into the references of the snapshot.
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/search/search_response.h"
#include "server/browsing/ending_certificates.h"
#include "server/browsing/sector_table.h"

#include <map>
#include <string>
#include <vector>

namespace wespol {

struct SectorPage {
    const Concept* sector = nullptr;
    SearchResponse overview;  ///< everyone: for the counts of the sectors around it
    SearchResponse found;     ///< those of the sector, by name
};

struct SupportCentrePage {
    const SupportCentre* centre = nullptr;
    SearchRequest area;  ///< the counties it serves
    SectorTable table;
    std::vector<EndingCertificate> ending;
};

struct BrandPage {
    const Brand* brand = nullptr;
    std::vector<Product> products;
    std::map<std::string, std::string> names;  ///< of the entities that are spoken of, by id
};

struct ProductPage {
    const Brand* brand = nullptr;
    Product product;
    std::map<std::string, std::string> names;
};

/// The counties a centre serves: those its sources name, else those of its subregion.
std::vector<const County*> counties_of(const SupportCentre& centre, const Region& region);

}  // namespace wespol
