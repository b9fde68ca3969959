// SPDX-License-Identifier: GPL-3.0-or-later
// Styles, scripts, fonts and pictures, read whole at start: nothing is looked up on the disk for a
// request, so no link and no ".." can lead out of the folder. Their names contain a hash of their
// content, so they may be kept for ever. Immutable, thread-safe.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

/// The same, compressed when the site was built.
struct AssetForm {
    std::string_view encoding;  ///< "br", "gzip"
    std::string content;
};

struct Asset {
    std::string content;
    std::string content_type;
    std::string digest;            ///< SHA-256 of the content
    std::vector<AssetForm> forms;  ///< the smallest first
};

class AssetTable {
  public:
    /// Reads `directory` with its subfolders; without it the table is empty. "x.css.br" is no asset
    /// of its own but a form of "x.css". Throws Error(environment) when a file cannot be read.
    explicit AssetTable(const std::filesystem::path& directory);

    /// "site-3f2a.css", "fonts/brygada-81c0.woff2"; null when there is none of that name.
    const Asset* find(std::string_view name) const;

    /// The first whose name begins so.
    const Asset* find_beginning(std::string_view beginning) const;

  private:
    std::map<std::string, Asset, std::less<>> assets_;
};

/// Changes whenever an answer may because of a file in `resources` (templates, locales, assets).
std::string digest_of_resources(const std::filesystem::path& resources);

}  // namespace wespol
