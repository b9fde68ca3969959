// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/watching/inbox.h"

#include "core/support/error.h"
#include "core/support/files.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wespol {
namespace {

namespace fs = std::filesystem;

constexpr const char* kOwnFolder = ".wespol-watch";
constexpr const char* kMemoryFile = "checked.json";
constexpr std::uintmax_t kLargestMemory = 16U << 20;
constexpr std::int64_t kNanoseconds = 1'000'000'000;

[[noreturn]] void fail(const std::string& what, const fs::path& path, int error) {
    throw Error(ErrorCode::environment,
                fmt::format("{} {}: {}", what, path.string(), std::strerror(error)),
                "Sprawdź, czy katalog jest i czy wolno w nim zapisywać.");
}

/// A folder that only we can write to; a link of that name would lead us elsewhere.
void make_own_folder(const fs::path& path) {
    constexpr mode_t only_us = 0700;
    if (::mkdir(path.c_str(), only_us) != 0 && errno != EEXIST)
        fail("Nie można utworzyć", path, errno);
    struct stat found {};
    if (::lstat(path.c_str(), &found) != 0) fail("Nie można odczytać", path, errno);
    if (!S_ISDIR(found.st_mode) || found.st_uid != ::geteuid())
        throw Error(ErrorCode::environment,
                    fmt::format("{} nie jest katalogiem tego programu", path.string()),
                    "Usuń go i uruchom program ponownie.");
}

int locked(const fs::path& path) {
    const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0) fail("Nie można otworzyć", path, errno);
    if (::flock(fd, LOCK_EX | LOCK_NB) == 0) return fd;
    ::close(fd);
    throw Error(ErrorCode::environment,
                fmt::format("Skrzynki {} pilnuje już inny wespol-indexer",
                            path.parent_path().parent_path().string()),
                "Zatrzymaj go albo poczekaj, aż skończy.");
}

}  // namespace

std::optional<FileStamp> stamp_of(const fs::path& path) {
    struct stat found {};
    if (::lstat(path.c_str(), &found) != 0) {
        if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
        fail("Nie można odczytać", path, errno);
    }
    FileStamp stamp;
    stamp.kind = S_ISREG(found.st_mode)   ? FileStamp::Kind::file
                 : S_ISDIR(found.st_mode) ? FileStamp::Kind::folder
                 : S_ISLNK(found.st_mode) ? FileStamp::Kind::link
                                          : FileStamp::Kind::other;
    stamp.inode = found.st_ino;
    stamp.bytes = static_cast<std::uint64_t>(found.st_size);
    stamp.changed_ns = found.st_mtim.tv_sec * kNanoseconds + found.st_mtim.tv_nsec;
    return stamp;
}

Inbox::Inbox(fs::path directory)
    : directory_(std::move(directory)), own_(directory_ / kOwnFolder), workshop_(own_ / "work") {
    if (!fs::is_directory(directory_))
        throw Error(ErrorCode::environment,
                    fmt::format("Skrzynka {} nie jest katalogiem", directory_.string()),
                    "Utwórz ją albo podaj inną: --inbox KATALOG");
    make_own_folder(own_);
    lock_ = locked(own_ / "lock");
    fs::remove_all(workshop_);  // of a watcher that was killed
    make_own_folder(workshop_);
    load_memory();
}

Inbox::~Inbox() {
    ::close(lock_);
}

std::vector<std::string> Inbox::names() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(directory_))
        names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    return names;
}

void Inbox::put(const std::string& name, std::string_view content) const {
    const fs::path finished = workshop_ / "report";
    write_file_durably(finished, content);
    const fs::path path = directory_ / name;
    if (::rename(finished.c_str(), path.c_str()) != 0) fail("Nie można zapisać", path, errno);
}

void Inbox::remove(const std::string& name) const {
    const fs::path path = directory_ / name;
    if (::unlink(path.c_str()) != 0 && errno != ENOENT) fail("Nie można usunąć", path, errno);
}

bool Inbox::was_checked(const std::string& name, const std::string& state) const {
    const auto found = checked_.find(name);
    return found != checked_.end() && found->second == state;
}

void Inbox::remember(const std::string& name, const std::string& state) {
    checked_[name] = state;
    std::erase_if(checked_, [&](const auto& each) { return !stamp_of(directory_ / each.first); });
    save_memory();
}

/// Without it every list is looked at once more, which does no harm.
void Inbox::load_memory() {
    const fs::path path = own_ / kMemoryFile;
    const auto stamp = stamp_of(path);
    if (!stamp || stamp->kind != FileStamp::Kind::file || stamp->bytes > kLargestMemory) return;
    const auto json = nlohmann::json::parse(read_file(path), nullptr, false);
    if (!json.is_object()) return;
    for (const auto& [name, state] : json.items())
        if (state.is_string()) checked_.emplace(name, state.get<std::string>());
}

void Inbox::save_memory() const {
    const nlohmann::json json(checked_);
    write_file_durably(own_ / kMemoryFile,
                       json.dump(0, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
}

}  // namespace wespol
