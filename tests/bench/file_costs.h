// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of everything in the directory cost: time, size, and how far memory grows.
#pragma once

#include "tests/bench/operations.h"
#include "tests/bench/stopwatch.h"

#include <cstddef>
#include <filesystem>
#include <string_view>
#include <vector>

namespace wespol::bench {

struct FileCost {
    std::string_view format;
    std::size_t rows = 0;
    std::size_t bytes = 0;
    Duration making;
    double memory_growth_mib = 0;  ///< of the process, at its highest
};

/// With the usual columns, each format once.
std::vector<FileCost> file_costs(const Snapshot& snapshot, const std::filesystem::path& resources);

}  // namespace wespol::bench
