// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/command.h"

#include "tests/support/catch.hpp"

#include <array>
#include <cstdio>
#include <stdexcept>
#include <sys/wait.h>

namespace wespol::test {
namespace {

struct Finished {
    std::string out;
    int exit_code;
};

Finished run(const std::string& command, const std::filesystem::path& folder) {
    const std::string line = "cd '" + folder.string() + "' && { " + command + "; } 2>&1";
    FILE* const pipe = ::popen(line.c_str(), "r");
    if (!pipe) throw std::runtime_error("no shell");
    Finished finished;
    std::array<char, 4096> buffer;
    for (std::size_t n = 0; (n = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
        finished.out.append(buffer.data(), n);
    const int status = ::pclose(pipe);
    finished.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 255;
    return finished;
}

}  // namespace

std::string output_of(const std::string& command, const std::filesystem::path& folder) {
    const Finished finished = run(command, folder);
    INFO(command << '\n' << finished.out);
    REQUIRE(finished.exit_code == 0);
    return finished.out;
}

int exit_code_of(const std::string& command, const std::filesystem::path& folder) {
    return run(command, folder).exit_code;
}

}  // namespace wespol::test
