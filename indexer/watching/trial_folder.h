// SPDX-License-Identifier: GPL-3.0-or-later
// A data folder as it would be with one more list: links to everything that is in it and a copy of
// the list, made while nobody can change it. The data folder itself is not touched.
// Not thread-safe.
#pragma once

#include "indexer/watching/inbox.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>

namespace wespol {

inline constexpr std::uint64_t kLargestList = 512U << 20;

class TrialFolder {
  public:
    /// `list`: the file as it was seen; `workshop`: an empty folder of ours. Throws
    /// Error(data_rejected) when the list is empty, too large, changed since, gone or no plain
    /// file, Error(environment) when the disk fails.
    TrialFolder(const std::filesystem::path& data, const std::filesystem::path& workshop,
                const std::filesystem::path& list, const FileStamp& seen);
    ~TrialFolder();
    TrialFolder(const TrialFolder&) = delete;
    TrialFolder& operator=(const TrialFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }

    /// The copy.
    std::filesystem::path list() const { return path_ / list_name_; }

    /// "sources/certificates-2026.xlsx"
    const std::string& list_name() const { return list_name_; }

  private:
    TrialFolder(std::filesystem::path path, std::string list_name)
        : path_(std::move(path)), list_name_(std::move(list_name)) {}

    std::filesystem::path path_;
    std::string list_name_;
};

/// Copies a plain file, at most kLargestList bytes of it; follows no link. Throws as above.
void copy_list(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace wespol
