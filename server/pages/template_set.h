// SPDX-License-Identifier: GPL-3.0-or-later
// The pages' templates, whole: layout, page and partials joined, fixed messages and the addresses
// of assets put in, so that a missing one stops the start and not a page.
//   templates/layout.mustache      with {{> content}} where the page goes
//   templates/pages/*.mustache     one for each page type
//   templates/partials/*.mustache  {{> name}}
// Tags answered here: {{> name}}, {{t.key}} (message in the language of the page), {{pl.key}} (in
// Polish, for documents that stay Polish), {{asset.name}}, {{prefix}} ("", "/en": before the
// address of every page of ours), {{lang_pl}} (marks Polish text where the page is not Polish). All
// else is the view's. Immutable after construction, thread-safe.
#pragma once

#include "server/pages/messages.h"

#include <filesystem>
#include <map>
#include <string>

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

    /// Page type ("home") → the joined text, ready to be compiled.
    const std::map<std::string, std::string>& pages() const { return pages_; }

  private:
    std::map<std::string, std::string> pages_;
};

}  // namespace wespol
