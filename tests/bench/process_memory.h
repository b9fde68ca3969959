// SPDX-License-Identifier: GPL-3.0-or-later
// Memory of this process as Linux tells it.
#pragma once

#include <string>

namespace wespol::bench {

/// A line of /proc/self/status in MiB: "VmRSS", "VmHWM".
double memory_mib(const std::string& name);

/// From now on VmHWM is the highest VmRSS since this call.
void forget_highest_memory();

}  // namespace wespol::bench
