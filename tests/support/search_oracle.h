// SPDX-License-Identifier: GPL-3.0-or-later
// Search by brute force over the records, without an index: what a request must find.
// Written from api.md, sharing with the engine only the analyzer and the state of a certificate.
#pragma once

#include "core/analysis/analyzer.h"
#include "core/catalogue/catalogue.h"
#include "core/search/search_request.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace wespol::test {

class SearchOracle {
  public:
    SearchOracle(const Catalogue& catalogue, const Analyzer& analyzer);

    /// Ids of the entities found. The text is words only: every word must be in the record.
    std::set<std::string> find(const SearchRequest& request, Day today) const;

    /// All values an entity has of a facet on that day.
    std::vector<std::string> values(const Entity& entity, FieldId field, Day day) const;

  private:
    /// Everything of an entity that is searched, from its own record and from what belongs to it.
    std::vector<std::string> searched_texts(const Entity& entity) const;
    bool accepts(const Entity& entity, FieldId field, const std::vector<std::string>& chosen,
                 Day day) const;

    const Catalogue& catalogue_;
    const Analyzer& analyzer_;
    std::multimap<std::string_view, const Certificate*> certificates_;  ///< by holder
    std::multimap<std::string_view, const Product*> products_;          ///< by maker
    std::map<std::string, std::set<std::string>> words_;                ///< lemmas by entity id
};

}  // namespace wespol::test
