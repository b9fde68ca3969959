// SPDX-License-Identifier: GPL-3.0-or-later
// The linker over the embedded catalogue, made once for all unit tests, and pairs of names to try.
#pragma once

#include "indexer/linking/linker.h"
#include "indexer/loading/catalogue_loader.h"

#include <memory>
#include <string>
#include <vector>

namespace wespol::test {

struct NamePair {
    std::string a, b;
    bool is_same = false;
    std::string kind;
};

/// The pairs of a file in tests/fixtures/linkage.
std::vector<NamePair> name_pairs(const std::string& file);

const LoadedCatalogue& embedded_catalogue();
const Linker& embedded_linker();
std::shared_ptr<const Analyzer> shared_analyzer();

}  // namespace wespol::test
