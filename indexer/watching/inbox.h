// SPDX-License-Identifier: GPL-3.0-or-later
// The folder into which the office drops its lists, and the hidden folder of our own in it: the
// lock, what was looked at already, work under way. One watcher for each inbox (flock). Whatever
// lies in it may be hostile: nothing is followed, nothing but plain files is opened.
// Not thread-safe.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

/// What tells one state of a file from another without reading it.
struct FileStamp {
    enum class Kind { file, folder, link, other };
    Kind kind = Kind::file;
    std::uint64_t inode = 0;
    std::uint64_t bytes = 0;
    std::int64_t changed_ns = 0;  ///< since 1970
    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

/// Null when there is no such file. Symbolic links are not followed.
std::optional<FileStamp> stamp_of(const std::filesystem::path& path);

class Inbox {
  public:
    /// Throws Error(environment) when the folder is missing, cannot be written to, or is watched
    /// already.
    explicit Inbox(std::filesystem::path directory);
    ~Inbox();
    Inbox(const Inbox&) = delete;
    Inbox& operator=(const Inbox&) = delete;

    const std::filesystem::path& directory() const { return directory_; }

    /// For what must be on the same disk and not be seen; emptied when the inbox is opened.
    const std::filesystem::path& workshop() const { return workshop_; }

    /// Of all that lies in it, in alphabetical order.
    std::vector<std::string> names() const;

    /// The whole file in one step, also over a link or an older one of that name.
    void put(const std::string& name, std::string_view content) const;

    /// No trace when there is none.
    void remove(const std::string& name) const;

    /// Whether the list was looked at in this state; the state is any text.
    bool was_checked(const std::string& name, const std::string& state) const;
    void remember(const std::string& name, const std::string& state);

  private:
    void load_memory();
    void save_memory() const;

    std::filesystem::path directory_, own_, workshop_;
    int lock_ = -1;
    std::map<std::string, std::string, std::less<>> checked_;
};

}  // namespace wespol
