// SPDX-License-Identifier: GPL-3.0-or-later
// Runs one of the project's own executables as a user would: its exit code and what it says. Can
// kill it on the way and keep its files small, for tests of what is left behind.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace wespol::test {

struct Ended {
    int exit_code = -1;  ///< -1: it was killed
    std::string out, err;
    std::chrono::microseconds took{0};
};

struct Obstacles {
    std::optional<std::chrono::microseconds> kill_after;  ///< SIGKILL, unless it ended before
    std::optional<std::size_t> largest_file;              ///< bytes: RLIMIT_FSIZE
};

/// `program` is a file in the folder of executables: "wespol-indexer".
Ended run_program(const std::string& program, std::vector<std::string> arguments,
                  const Obstacles& obstacles = {});

}  // namespace wespol::test
