// SPDX-License-Identifier: GPL-3.0-or-later
// The linker over the embedded catalogue, made once for all unit tests, and pairs of names to try.
#pragma once

#include "indexer/linking/linker.h"
#include "tests/support/catalogue_index.h"
#include "tests/support/server_fixture.h"

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

const Linker& embedded_linker();

}  // namespace wespol::test
