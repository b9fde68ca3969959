// SPDX-License-Identifier: GPL-3.0-or-later
// The pages' templates, whole: layout, page and partials joined, fixed messages and the addresses
// of assets put in, so that a missing one stops the start and not a page.
//   templates/layout.mustache      with {{> content}} where the page goes
//   templates/pages/*.mustache     one for each page type
//   templates/partials/*.mustache  {{> name}}
// Tags answered here: {{> name}}, {{t.key}} (message in the language of the page), {{pl.key}} (in
// Polish, for documents that stay Polish), {{asset.name}}, {{prefix}} ("", "/en": before the
// address of every page of ours), {{lang_pl}} (marks Polish text where the page is not Polish). All
// else is the view's. Compiled once for all threads. Thread-safe.
#pragma once

#include "server/pages/messages.h"
#include "server/pages/view.h"

#include <filesystem>
#include <map>
#include <string>

#include <kainjow/mustache.hpp>

namespace wespol {

/// Logical names of assets → their addresses: "site.css" → "/assets/site-4F2K….css".
using AssetAddresses = std::map<std::string, std::string>;

/// Throws Error(environment) when the file is missing or broken.
AssetAddresses read_asset_addresses(const std::filesystem::path& assets_json);

class TemplateSet {
  public:
    /// In the language of `messages`. Throws Error(environment) naming the template that is missing
    /// or broken.
    TemplateSet(const std::filesystem::path& templates, const Messages& messages,
                const Messages& polish, const AssetAddresses& assets);

    /// The page of that type ("home") with `view` in it, which has no lambdas. Throws
    /// std::out_of_range when there is no such type.
    std::string fill(const std::string& page, const View& view) const;

  private:
    /// kainjow's render() is not called const, and writes nothing into a template but the failures
    /// of partials and lambdas: partials are joined here, lambdas we have none.
    mutable std::map<std::string, kainjow::mustache::mustache> pages_;
};

}  // namespace wespol
