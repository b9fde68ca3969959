// SPDX-License-Identifier: GPL-3.0-or-later
// Gives certificates that name their holder but not its id the id, where the linker is sure; says
// of the others what it found. Ids that the office gave are never touched. Thread-safe: no state.
#pragma once

#include "core/support/progress.h"
#include "indexer/linking/linker.h"
#include "indexer/loading/catalogue_loader.h"

#include <memory>

namespace wespol {

/// Fills in `holder` of certificates and `links`, reports each and the decisions whose subject is
/// gone, in the diagnostics of `loaded`.
void link_certificates(LoadedCatalogue& loaded, const std::shared_ptr<const Analyzer>& analyzer,
                       const Progress& progress = {});

}  // namespace wespol
