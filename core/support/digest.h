// SPDX-License-Identifier: GPL-3.0-or-later
// SHA-256 of texts and files, in lower-case hexadecimal: fingerprints, manifests, entity tags.
// Not for passwords or signatures. Thread-safe: no state.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace wespol {

std::string sha256(std::string_view text);

/// Throws Error(environment) when the file cannot be read.
std::string sha256_of_file(const std::filesystem::path& path);

}  // namespace wespol
