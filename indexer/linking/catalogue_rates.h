// SPDX-License-Identifier: GPL-3.0-or-later
// How common legal forms and places are among the entities of a catalogue: an agreement in a rare
// one tells more. Filled by one thread, then read only: thread-safe after that.
#pragma once

#include "indexer/linking/comparable_record.h"

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

namespace wespol {

class CatalogueRates {
  public:
    void count_entity(const ComparableRecord& entity);

    double form_bits(const std::string& form) const;

    /// By the commonest of the municipalities that the hints can mean.
    double place_bits(const std::vector<PlaceHint>& places) const;

    /// Entities of the form in the municipalities that the hints can mean.
    std::size_t count(const std::string& form, const std::vector<PlaceHint>& places) const;

  private:
    std::size_t entities_ = 0;
    std::unordered_map<std::string, std::size_t> forms_, municipalities_, forms_in_municipality_;
};

}  // namespace wespol
