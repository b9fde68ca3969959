// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/protocol/key_ring.h"

#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/system_reason.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <optional>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

namespace fs = std::filesystem;

constexpr const char* kCurrent = "current";
constexpr std::string_view kPrivateEnding = ".private.pem";
constexpr std::string_view kPublicEnding = ".public.pem";
constexpr mode_t kOthers = 077;

[[noreturn]] void fail(const fs::path& path, const std::string& what, std::string hint = {}) {
    throw Error(ErrorCode::environment,
                fmt::format("Klucze protokołów: {}: {}", path.string(), what), std::move(hint));
}

[[noreturn]] void fail(const fs::path& path, int error_number) {
    SystemReason reason = system_reason(error_number);
    if (reason.hint.empty()) reason.hint = "Wskaż inny folder: wespol-server --keys FOLDER";
    fail(path, reason.message, std::move(reason.hint));
}

void make_folder(const fs::path& directory) {
    std::error_code error;
    if (directory.has_parent_path()) fs::create_directories(directory.parent_path(), error);
    if (error) fail(directory, error.value());
    if (::mkdir(directory.c_str(), 0700) != 0 && errno != EEXIST) fail(directory, errno);
}

/// Only its owner may look in, and that is us.
void check_secrecy(const fs::path& path, mode_t wanted) {
    struct stat found {};
    if (::lstat(path.c_str(), &found) != 0) fail(path, errno);
    if ((found.st_mode & S_IFMT) != wanted) fail(path, "to nie jest ani folder, ani zwykły plik");
    if (found.st_uid != ::geteuid())
        fail(
            path, "należy do innego użytkownika",
            fmt::format("Oddaj go użytkownikowi serwera: chown {} {}", ::geteuid(), path.string()));
    if ((found.st_mode & kOthers) != 0)
        fail(path, "mogą go czytać inni",
             fmt::format("Odbierz im prawa: chmod {} {}", wanted == S_IFDIR ? "700" : "600",
                         path.string()));
}

/// One program at a time looks for the current key and makes it.
class FolderLock {
  public:
    explicit FolderLock(const fs::path& directory)
        : fd_(::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
        if (fd_ < 0 || ::flock(fd_, LOCK_EX) != 0) {
            const int error_number = errno;
            if (fd_ >= 0) ::close(fd_);
            fail(directory, error_number);
        }
    }
    ~FolderLock() { ::close(fd_); }
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

  private:
    int fd_;
};

SigningKey read_private(const fs::path& path) {
    check_secrecy(path, S_IFREG);
    auto key = SigningKey::from_pem(read_file(path));
    if (!key) fail(path, key.error().message);
    return *std::move(key);
}

PublicKey read_public(const fs::path& path) {
    auto key = PublicKey::from_pem(read_file(path));
    if (!key) fail(path, key.error().message);
    return *std::move(key);
}

/// The file that `current` points to; null when there is none.
std::optional<std::string> current_file(const fs::path& directory) {
    std::error_code error;
    const fs::path target = fs::read_symlink(directory / kCurrent, error);
    if (error) return std::nullopt;
    return target.filename().string();
}

/// The public part first, the link last: whatever is interrupted, `current` has all it needs.
std::string make_current_key(const fs::path& directory) {
    const SigningKey key = SigningKey::generate();
    const std::string private_file = key.id() + std::string(kPrivateEnding);
    write_file_durably(directory / (key.id() + std::string(kPublicEnding)), key.public_key().pem());
    write_secret_durably(directory / private_file, key.pem());
    replace_symlink(directory / kCurrent, private_file);
    sync_path(directory);
    return key.id();
}

std::vector<fs::path> files_ending(const fs::path& directory, std::string_view ending) {
    std::vector<fs::path> paths;
    for (const fs::directory_entry& entry : fs::directory_iterator(directory))
        if (entry.path().filename().string().ends_with(ending)) paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    return paths;
}

/// A key under another's name would be found under neither.
template <class Key>
void check_name(const fs::path& path, const Key& key, std::string_view ending) {
    if (path.filename().string() != key.id() + std::string(ending))
        fail(path, fmt::format("w pliku jest klucz {}", key.id()),
             "Nazwa pliku to identyfikator klucza; przywróć ją.");
}

/// The current one in front, the rest as they are: by id.
template <class Key>
void put_first(std::vector<Key>& keys, const std::string& id) {
    const auto found =
        std::find_if(keys.begin(), keys.end(), [&](const Key& key) { return key.id() == id; });
    std::rotate(keys.begin(), found, found == keys.end() ? found : std::next(found));
}

}  // namespace

KeyRing KeyRing::open(const fs::path& directory) {
    make_folder(directory);
    check_secrecy(directory, S_IFDIR);
    const FolderLock lock(directory);
    if (!current_file(directory)) make_current_key(directory);

    KeyRing ring;
    for (const fs::path& path : files_ending(directory, kPrivateEnding)) {
        ring.signing_keys_.push_back(read_private(path));
        check_name(path, ring.signing_keys_.back(), kPrivateEnding);
    }
    for (const fs::path& path : files_ending(directory, kPublicEnding)) {
        ring.public_keys_.push_back(read_public(path));
        check_name(path, ring.public_keys_.back(), kPublicEnding);
    }
    for (const SigningKey& key : ring.signing_keys_)
        if (!ring.find(key.id())) ring.public_keys_.push_back(key.public_key());

    const std::string file = *current_file(directory);
    const std::string id = file.substr(0, file.find('.'));
    put_first(ring.signing_keys_, id);
    put_first(ring.public_keys_, id);
    if (ring.signing_keys_.empty() || ring.signing_keys_.front().id() != id)
        fail(directory / kCurrent, "wskazuje klucz, którego tu nie ma",
             "Utwórz nowy: wespol-server --keys " + directory.string() + " --rotate-key");
    return ring;
}

std::string KeyRing::rotate(const fs::path& directory) {
    make_folder(directory);
    check_secrecy(directory, S_IFDIR);
    const FolderLock lock(directory);
    return make_current_key(directory);
}

const PublicKey* KeyRing::find(std::string_view id) const {
    const auto found = std::find_if(public_keys_.begin(), public_keys_.end(),
                                    [&](const PublicKey& key) { return key.id() == id; });
    return found == public_keys_.end() ? nullptr : &*found;
}

}  // namespace wespol
