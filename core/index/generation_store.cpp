// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/generation_store.h"

#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/system_reason.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

namespace fs = std::filesystem;

constexpr const char* kGenerations = "generations";
constexpr const char* kCurrent = "current";
constexpr const char* kLock = "build.lock";

void make_directories(const fs::path& path) {
    std::error_code error;
    fs::create_directories(path, error);
    if (error)
        throw Error(ErrorCode::environment,
                    fmt::format("Nie można utworzyć katalogu {}: {}", path.string(),
                                system_reason(error.value()).message));
}

/// A read-only descriptor of a folder; -1 when it cannot be opened.
int open_folder(const fs::path& path) {
    return ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

/// Somebody serves it, here or in another process.
bool is_held(const fs::path& generation_directory) {
    const int fd = open_folder(generation_directory);
    if (fd < 0) return false;
    const bool held = ::flock(fd, LOCK_EX | LOCK_NB) != 0;
    ::close(fd);
    return held;
}

}  // namespace

GenerationHold::GenerationHold(const fs::path& generation_directory)
    : fd_(open_folder(generation_directory)) {
    if (fd_ >= 0 && ::flock(fd_, LOCK_SH) == 0) return;
    const int error_number = errno;
    if (fd_ >= 0) ::close(fd_);
    throw Error(ErrorCode::environment,
                fmt::format("Nie można otworzyć generacji {}: {}", generation_directory.string(),
                            system_reason(error_number).message));
}

GenerationHold::~GenerationHold() {
    if (fd_ >= 0) ::close(fd_);
}

GenerationHold::GenerationHold(GenerationHold&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)) {}

GenerationHold& GenerationHold::operator=(GenerationHold&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
}

GenerationStore::GenerationStore(fs::path index_directory)
    : directory_(std::move(index_directory)) {}

std::optional<fs::path> GenerationStore::current() const {
    std::error_code error;
    const fs::path target = fs::read_symlink(directory_ / kCurrent, error);
    if (error) return std::nullopt;
    return directory_ / target;
}

std::vector<Manifest> GenerationStore::list() const {
    std::vector<Manifest> manifests;
    if (!fs::is_directory(directory_ / kGenerations)) return manifests;
    for (const fs::directory_entry& entry : fs::directory_iterator(directory_ / kGenerations)) {
        if (!fs::exists(entry.path() / kManifestFile)) continue;
        try {
            manifests.push_back(read_manifest(entry.path()));
        } catch (const Error&) {
            // A damaged manifest makes an incomplete generation: not listed, gone at the next
            // prune.
        }
    }
    std::sort(manifests.begin(), manifests.end(),
              [](const Manifest& a, const Manifest& b) { return a.generation > b.generation; });
    return manifests;
}

fs::path GenerationStore::path_of(const std::string& generation) const {
    return directory_ / kGenerations / generation;
}

void GenerationStore::publish(const std::string& generation) const {
    // A name out of a command line must stay inside the store.
    const bool is_plain_name = !generation.empty() && generation.find('/') == std::string::npos &&
                               generation != "." && generation != "..";
    if (!is_plain_name || !fs::exists(path_of(generation) / kManifestFile))
        throw Error(ErrorCode::environment,
                    fmt::format("W {} nie ma generacji {}", directory_.string(), generation),
                    "Zobacz, jakie są: wespol-indexer list --index " + directory_.string());
    verify_files(path_of(generation), read_manifest(path_of(generation)));
    sync_path(directory_ / kGenerations);
    replace_symlink(directory_ / kCurrent, fs::path(kGenerations) / generation);
}

void GenerationStore::prune(std::size_t keep) const {
    const std::optional<fs::path> served = current();
    const std::string served_name = served ? served->filename().string() : "";
    std::vector<std::string> kept;
    for (const Manifest& manifest : list())
        if (kept.size() < keep || manifest.generation == served_name)
            kept.push_back(manifest.generation);
    for (const fs::directory_entry& entry : fs::directory_iterator(directory_ / kGenerations)) {
        if (std::find(kept.begin(), kept.end(), entry.path().filename().string()) != kept.end())
            continue;
        if (is_held(entry.path())) continue;
        std::error_code error;
        fs::remove_all(entry.path(), error);
        if (error)
            throw Error(ErrorCode::environment,
                        fmt::format("Nie można usunąć starej generacji {}: {}",
                                    entry.path().string(), error.message()));
    }
}

GenerationStore::Lock::Lock(const GenerationStore& store) : fd_(-1) {
    make_directories(store.directory() / kGenerations);
    const fs::path path = store.directory() / kLock;
    fd_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (fd_ < 0)
        throw Error(ErrorCode::environment, fmt::format("Nie można otworzyć {}: {}", path.string(),
                                                        system_reason(errno).message));
    if (::flock(fd_, LOCK_EX | LOCK_NB) != 0) {
        ::close(fd_);
        throw Error(
            ErrorCode::environment,
            fmt::format("Inny program buduje teraz indeks w {}", store.directory().string()),
            "Poczekaj, aż skończy, i spróbuj ponownie");
    }
}

GenerationStore::Lock::~Lock() {
    ::close(fd_);
}

}  // namespace wespol
