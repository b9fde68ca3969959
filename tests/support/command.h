// SPDX-License-Identifier: GPL-3.0-or-later
// A line of shell as a user would type it, run in a folder.
#pragma once

#include <filesystem>
#include <string>

namespace wespol::test {

/// What it prints. Fails the test when it ends with anything but 0.
std::string output_of(const std::string& command, const std::filesystem::path& folder);

/// 0 to 255.
int exit_code_of(const std::string& command, const std::filesystem::path& folder);

}  // namespace wespol::test
