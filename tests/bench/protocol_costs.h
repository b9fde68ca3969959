// SPDX-License-Identifier: GPL-3.0-or-later
// What a protocol of a hundred results costs, from the question to each of its forms.
#pragma once

#include "tests/bench/operations.h"
#include "tests/bench/stopwatch.h"

#include <cstddef>
#include <filesystem>

namespace wespol::bench {

struct ProtocolCost {
    std::size_t results = 0;
    Duration writing;  ///< asked for → the protocol as a value
    Duration file;     ///< → the signed file
    Duration page;
    Duration pdf;
    std::size_t file_bytes = 0, pdf_bytes = 0;
};

/// Of the first hundred entities by name.
ProtocolCost protocol_cost(const Snapshot& snapshot, const std::filesystem::path& resources,
                           int rounds);

}  // namespace wespol::bench
