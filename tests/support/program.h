// SPDX-License-Identifier: GPL-3.0-or-later
// Runs one of the project's own executables as a user would: its exit code and what it says. Can
// kill it on the way and keep its files small, for tests of what is left behind.
#pragma once

#include "tests/support/temporary_directory.h"

#include <chrono>
#include <cstddef>
#include <functional>
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
    std::optional<std::chrono::microseconds> kill_after{};  ///< SIGKILL, unless it ended before
    std::function<bool()> kill_once{};                      ///< SIGKILL as soon as this holds
    std::optional<std::size_t> largest_file{};              ///< bytes: RLIMIT_FSIZE
};

/// `program` is a file in the folder of executables: "wespol-indexer".
Ended run_program(const std::string& program, std::vector<std::string> arguments,
                  const Obstacles& obstacles = {});

/// The same, not waited for.
class RunningProgram {
  public:
    RunningProgram(const std::string& program, std::vector<std::string> arguments);
    /// SIGKILL, unless it was ended.
    ~RunningProgram();
    RunningProgram(const RunningProgram&) = delete;
    RunningProgram& operator=(const RunningProgram&) = delete;

    /// What it printed so far.
    std::string out() const;

    /// Until it has printed `text`; false when that takes longer than `patience`.
    bool waits_for(const std::string& text,
                   std::chrono::seconds patience = std::chrono::seconds(60)) const;

    /// Sends it and goes on.
    void send_signal(int signal) const;

    /// Sends the signal and waits for the end.
    Ended end(int signal);

  private:
    TemporaryDirectory folder_;
    int child_ = -1;
};

}  // namespace wespol::test
