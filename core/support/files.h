// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are there whole or not at all: read at once, written beside and renamed, synced.
// Every failure throws Error(environment) naming the path. Thread-safe: no state.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace wespol {

std::string read_file(const std::filesystem::path& path);

/// Writes to a neighbour, syncs it, renames it over `path` and syncs the folder.
void write_file_durably(const std::filesystem::path& path, std::string_view content);

/// The same, readable by its owner alone from the first moment on.
void write_secret_durably(const std::filesystem::path& path, std::string_view content);

/// Flushes a file's or a folder's entries to the disk.
void sync_path(const std::filesystem::path& path);

/// Makes `link` point to `target` (relative to the link's folder) in one step.
void replace_symlink(const std::filesystem::path& link, const std::filesystem::path& target);

/// <folder of the running executable>/../share/wespol: dictionary, templates, assets.
std::filesystem::path resource_directory();

}  // namespace wespol
