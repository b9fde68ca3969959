// SPDX-License-Identifier: GPL-3.0-or-later
// What a generation consists of and was made by: written last, verified before anything is served.
// Plain value; thread-safe.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace wespol {

struct Manifest {
    std::string
        generation;        ///< folder name: <UTC timestamp>-<first 12 digits of the content digest>
    std::string built_at;  ///< UTC, ISO 8601
    /// SHA-256 over sources, schema and analyzer: equal inputs have equal digests, whenever built.
    std::string content_digest;
    std::string schema_fingerprint;
    std::string analyzer_fingerprint;
    std::map<std::string, std::size_t> document_counts;  ///< by document type
    std::map<std::string, std::string> files;            ///< name → SHA-256
};

inline constexpr const char* kManifestFile = "manifest.json";

/// Throws Error(environment) when it is missing, not a manifest, or not as it was written: it ends
/// with a digest of itself.
Manifest read_manifest(const std::filesystem::path& generation_directory);
void write_manifest(const std::filesystem::path& generation_directory, const Manifest& manifest);

/// Null when built_at is not as we write it.
std::optional<std::chrono::sys_seconds> built_moment(const Manifest& manifest);

/// The same by the name of a generation alone; null when it begins with no moment.
std::optional<std::chrono::sys_seconds> built_moment(std::string_view generation);

/// Throws Error(environment) naming the first file that is missing, strange or changed.
void verify_files(const std::filesystem::path& generation_directory, const Manifest& manifest);

}  // namespace wespol
