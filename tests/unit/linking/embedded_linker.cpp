// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/linking/embedded_linker.h"

#include <fstream>
#include <stdexcept>

#include <nlohmann/json.hpp>

namespace wespol::test {

std::vector<NamePair> name_pairs(const std::string& file) {
    std::ifstream in(WESPOL_SOURCE_DIR "/tests/fixtures/linkage/" + file);
    if (!in) throw std::runtime_error("cannot read " + file);
    std::vector<NamePair> pairs;
    for (std::string line; std::getline(in, line);) {
        const auto json = nlohmann::json::parse(line);
        pairs.push_back({json.at("a"), json.at("b"), json.at("same"), json.at("kind")});
    }
    return pairs;
}

const Linker& embedded_linker() {
    const Catalogue& catalogue = embedded_catalogue();
    static const Linker linker(test_analyzer(), catalogue.references.region,
                               linkage_records(catalogue.entities));
    return linker;
}

}  // namespace wespol::test
