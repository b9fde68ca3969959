// SPDX-License-Identifier: GPL-3.0-or-later
// Records → Xapian documents, by the schema table: the only writer of terms and slots.
// Holds references to what it is given; use from one thread.
#pragma once

#include "core/analysis/analyzer.h"
#include "core/catalogue/catalogue.h"
#include "core/index/abbreviation_expander.h"
#include "core/index/concept_finder.h"

#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

namespace wespol {

class DocumentBuilder {
  public:
    DocumentBuilder(const Catalogue& catalogue, const Analyzer& analyzer);

    Xapian::Document build(const Entity& entity) const;
    Xapian::Document build(const Product& product) const;
    Xapian::Document build(const Certificate& certificate) const;

  private:
    struct Belongings {
        std::vector<const Certificate*> certificates;
        std::vector<const Product*> products;
        std::vector<std::string> brands;  ///< distinct codes
    };

    const Catalogue& catalogue_;
    const Analyzer& analyzer_;
    ConceptFinder concepts_;
    AbbreviationExpander abbreviations_;
    std::unordered_map<std::string, Belongings> belongings_;  ///< by entity id
    std::unordered_map<std::string, const Entity*> entity_by_id_;
};

}  // namespace wespol
