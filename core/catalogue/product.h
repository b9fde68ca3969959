// SPDX-License-Identifier: GPL-3.0-or-later
// A design brand (Klunkry Wielkopolskie), its products and where they were shown. Plain values.
#pragma once

#include "core/catalogue/partial_date.h"
#include "core/catalogue/provenance.h"

#include <optional>
#include <string>
#include <vector>

namespace wespol {

struct Product {
    std::string id;
    std::string brand;  ///< code
    std::string name;
    std::vector<std::string> aliases;
    std::string kind;                  ///< code of vocabulary "product_kind"
    std::optional<std::string> maker;  ///< id of an entity, where the source settles it
    std::vector<std::string> maker_candidates;
    std::optional<std::string> maker_basis;
    std::optional<std::string> collection;
    std::optional<PartialDate> year;
    std::optional<std::string> material;
    std::optional<std::string> price_pln;
    std::optional<std::string> description;
    Provenance provenance;
};

struct BrandMaker {
    std::string entity;  ///< id
    std::vector<std::string> products;
    std::optional<std::string> works_with;
    std::vector<std::string> sources;
};

struct BrandVenue {
    std::string name;
    std::optional<std::string> kind, town, address;
    std::vector<std::string> sources;
};

struct Brand {
    std::string code;
    std::string name;
    std::vector<std::string> aliases;
    std::optional<std::string> owner;
    std::optional<PartialDate> launched;
    std::optional<std::string> summary, story, name_meaning, design;
    std::vector<std::string> motifs;
    std::vector<BrandVenue> shown_at;
    std::vector<BrandMaker> makers;
    std::vector<std::string> not_found;
    Provenance provenance;
};

}  // namespace wespol
