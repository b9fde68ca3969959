// SPDX-License-Identifier: GPL-3.0-or-later
// The embedded data/ as the indexer reads it, built into a real index once for the whole run.
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/index/index_snapshot.h"

#include <memory>

namespace wespol::test {

const Catalogue& embedded_catalogue();
std::shared_ptr<const IndexSnapshot> embedded_snapshot();

}  // namespace wespol::test
