// SPDX-License-Identifier: GPL-3.0-or-later
// A sealed generation as one file, for other machines that serve the same: a ZIP of its files, the
// manifest first. What is read back is what the manifest says, byte for byte, or nothing. Hold
// GenerationStore::Lock while reading one in.
#pragma once

#include "core/index/generation_store.h"

#include <filesystem>
#include <functional>
#include <string>

namespace wespol {

/// Writes `file`, whole or not at all. Throws Error(environment) when the generation is not there,
/// is damaged, or the file cannot be written.
void write_copy(const GenerationStore& store, const std::string& generation,
                const std::filesystem::path& file);

/// Throws Error when the generation in that folder is not to be taken.
using GenerationCheck = std::function<void(const std::filesystem::path& generation_directory)>;

struct TakenCopy {
    Manifest manifest;
    bool was_whole = false;  ///< it was there already, and nothing has changed
};

/// Puts the generation in `file` into the store, complete, not published; one that is there and
/// whole is left as it is, one that is damaged is replaced in one step. Any file may be given:
/// names that lead elsewhere, sizes that are lies and bytes that changed are refused. Throws
/// Error(environment) or what `check` throws, and then the store is as before.
TakenCopy read_copy(const GenerationStore& store, const std::filesystem::path& file,
                    const GenerationCheck& check);

}  // namespace wespol
