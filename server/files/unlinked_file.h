// SPDX-License-Identifier: GPL-3.0-or-later
// Files that nobody else sees and that cannot be left behind: a private folder that goes with its
// content, and a file that is open and has no name any more. Failures throw Error(environment).
// UnlinkedFile: reading is thread-safe.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace wespol {

/// A new folder for this process alone (mode 0700) where the system keeps temporary files.
class PrivateFolder {
  public:
    PrivateFolder();
    ~PrivateFolder();
    PrivateFolder(const PrivateFolder&) = delete;
    PrivateFolder& operator=(const PrivateFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

class UnlinkedFile {
  public:
    /// Opens the file and takes its name away.
    explicit UnlinkedFile(const std::filesystem::path& path);
    ~UnlinkedFile();
    UnlinkedFile(const UnlinkedFile&) = delete;
    UnlinkedFile& operator=(const UnlinkedFile&) = delete;

    std::size_t size() const { return size_; }

    /// At most `bytes` from `offset` on; "" at the end.
    std::string read(std::size_t offset, std::size_t bytes) const;

  private:
    int descriptor_;
    std::size_t size_ = 0;
};

}  // namespace wespol
