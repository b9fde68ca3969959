// SPDX-License-Identifier: GPL-3.0-or-later
// A text that changes when a data folder does: names, sizes and times of what the loader reads.
// Cheaper than reading it, and enough to know whether a list has to be looked at again.
// Thread-safe: no state.
#pragma once

#include <filesystem>
#include <string>

namespace wespol {

/// Throws std::filesystem::filesystem_error when the folder cannot be read.
std::string data_state(const std::filesystem::path& data_directory);

}  // namespace wespol
