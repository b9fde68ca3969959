// SPDX-License-Identifier: GPL-3.0-or-later
// Towns that a list writes in another grammatical case: "Poznaniu" → "Poznań". Only places of the
// region are found. Immutable after construction, thread-safe.
#pragma once

#include "core/analysis/analyzer.h"
#include "core/catalogue/region.h"
#include "indexer/linking/place_hint_finder.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace wespol {

class TownForms {
  public:
    /// `region` must outlive it. Throws Error(environment) when there is no dictionary.
    TownForms(const Region& region, const std::filesystem::path& dictionary);

    /// Names, as the region's table writes them, that the whole text may be a form of.
    std::vector<std::string> base_names(const std::string& town) const;

  private:
    const Region& region_;
    std::shared_ptr<const Analyzer> analyzer_;
    PlaceHintFinder places_;
};

}  // namespace wespol
