// SPDX-License-Identifier: GPL-3.0-or-later
// The vocabularies and the region's tables of a data folder. Everything else leans on them, so
// here one wrong row stops the work: Error(data_rejected); a missing file is Error(environment).
// Warnings go to the diagnostics. Thread-safe: no state.
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/support/diagnostic.h"

#include <filesystem>

namespace wespol {

/// Fills the vocabularies and the region of `references`.
void load_references(const std::filesystem::path& directory, References& references,
                     Diagnostics& diagnostics);

}  // namespace wespol
