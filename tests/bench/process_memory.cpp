// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/process_memory.h"

#include <fstream>

namespace wespol::bench {

double memory_mib(const std::string& name) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(name + ":")) return std::stod(line.substr(name.size() + 1)) / 1024;
    return 0;
}

void forget_highest_memory() {
    std::ofstream("/proc/self/clear_refs") << "5";  // proc(5)
}

}  // namespace wespol::bench
