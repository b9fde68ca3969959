// SPDX-License-Identifier: GPL-3.0-or-later
// What a build found in the sources, in all its writings: JSON and a page for the office, figures
// for everyone, a few lines of plain Polish for the one at the terminal. Thread-safe: no state.
#pragma once

#include "core/index/index_builder.h"
#include "indexer/diff/change_set.h"
#include "indexer/loading/catalogue_loader.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

/// `changes_text` is changes_json(changes). Throws Error(environment) when the page's template is
/// missing.
KeptReport build_report(const LoadedCatalogue& loaded, const ChangeSet& changes,
                        std::string_view changes_text);

/// As a page where the name ends in .html, else as JSON.
void write_report(const std::filesystem::path& path, const KeptReport& report);

/// What came in, what was rejected, and the warnings by kind.
std::vector<std::string> summary_lines(const LoadedCatalogue& loaded);

}  // namespace wespol
