// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/generation_store.h"

#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/system_reason.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sstream>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace wespol {
namespace {

namespace fs = std::filesystem;

constexpr const char* kGenerations = "generations";
constexpr const char* kCurrent = "current";
constexpr const char* kProtocols = "protocols";
constexpr const char* kPublications = "publications";
constexpr std::size_t kMostPublications = 1000;
constexpr const char* kLock = "build.lock";

void make_directories(const fs::path& path) {
    std::error_code error;
    fs::create_directories(path, error);
    if (error)
        throw Error(ErrorCode::environment,
                    fmt::format("Nie można utworzyć katalogu {}: {}", path.string(),
                                system_reason(error.value()).message));
}

/// When the last protocol was made of it; null when none was.
std::optional<std::chrono::system_clock::time_point> last_protocol(const fs::path& mark) {
    struct stat status {};
    if (::stat(mark.c_str(), &status) != 0) return std::nullopt;
    return std::chrono::system_clock::from_time_t(status.st_mtime);
}

/// A read-only descriptor of a folder; -1 when it cannot be opened.
int open_folder(const fs::path& path) {
    return ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

/// Keeps others from beginning to serve what is being deleted.
class FolderLock {
  public:
    explicit FolderLock(const fs::path& path)
        : fd_(open_folder(path)),
          // What is no folder nobody can serve. One that cannot be opened somebody else may.
          is_ours_(fd_ < 0 ? errno == ENOENT || errno == ENOTDIR
                           : ::flock(fd_, LOCK_EX | LOCK_NB) == 0) {}
    ~FolderLock() {
        if (fd_ >= 0) ::close(fd_);
    }
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

    /// False while somebody serves it, here or in another process.
    bool is_ours() const { return is_ours_; }

  private:
    int fd_;
    bool is_ours_;
};

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
        std::error_code unreadable;
        if (!fs::exists(entry.path() / kManifestFile, unreadable)) continue;
        try {
            manifests.push_back(read_manifest(entry.path()));
        } catch (const Error&) {
            // A damaged manifest makes an incomplete generation: not listed, gone at the next
            // prune unless a protocol needs it.
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
    remember_publication(generation);  // first: killed in between, the link still tells where it is
    replace_symlink(directory_ / kCurrent, fs::path(kGenerations) / generation);
}

std::vector<std::string> GenerationStore::publications() const {
    const std::optional<fs::path> served = current();
    if (!served) return {};
    std::vector<std::string> names;
    if (fs::exists(directory_ / kPublications)) {
        std::istringstream lines(read_file(directory_ / kPublications));
        for (std::string line; std::getline(lines, line);)
            names.push_back(line);
    }
    const std::string name = served->filename().string();
    const auto known = std::ranges::find(names, name);
    if (known == names.end()) return {name};  // an index older than the file
    names.erase(known + 1, names.end());      // what was to follow never came to be served
    return names;
}

void GenerationStore::remember_publication(const std::string& generation) const {
    std::vector<std::string> names = publications();
    names.erase(std::ranges::find(names, generation), names.end());
    names.push_back(generation);
    if (names.size() > kMostPublications) names.erase(names.begin());
    write_file_durably(directory_ / kPublications, fmt::format("{}\n", fmt::join(names, "\n")));
}

std::optional<std::string> GenerationStore::previous() const {
    std::vector<std::string> names = publications();
    if (!names.empty()) names.pop_back();
    while (!names.empty() && !fs::exists(path_of(names.back()) / kManifestFile))
        names.pop_back();  // pruned
    if (names.empty()) return std::nullopt;
    return names.back();
}

void GenerationStore::prune(const Retention& retention,
                            std::chrono::system_clock::time_point now) const {
    const std::optional<fs::path> served = current();
    const std::string served_name = served ? served->filename().string() : "";
    std::vector<std::string> kept{served_name};  // whatever became of its manifest
    std::size_t newer = 0;
    for (const Manifest& manifest : list()) {
        const auto built = built_moment(manifest);
        if (newer++ < retention.newest || !built || now - *built < retention.built_within)
            kept.push_back(manifest.generation);
    }
    for (const fs::directory_entry& entry : fs::directory_iterator(directory_ / kGenerations)) {
        if (std::find(kept.begin(), kept.end(), entry.path().filename().string()) != kept.end())
            continue;
        // Also one that cannot be read: a copy of one file may mend it.
        const auto asked = last_protocol(directory_ / kProtocols / entry.path().filename());
        if (asked && now - *asked < retention.protocol_within) continue;
        const FolderLock lock(entry.path());
        if (!lock.is_ours()) continue;
        std::error_code error;
        fs::remove_all(entry.path(), error);
        if (error)
            throw Error(ErrorCode::environment,
                        fmt::format("Nie można usunąć starej generacji {}: {}",
                                    entry.path().string(), error.message()));
        fs::remove(directory_ / kProtocols / entry.path().filename(), error);
    }
}

void GenerationStore::remember_protocol(const std::string& generation) const {
    const fs::path mark = directory_ / kProtocols / generation;
    make_directories(mark.parent_path());
    constexpr int flags = O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW;
    int fd = ::open(mark.c_str(), flags, 0644);
    // Whoever made the file first may be another of several servers, or of another name: the folder
    // is ours to write all the same.
    if (fd < 0 && errno == EACCES && ::unlink(mark.c_str()) == 0)
        fd = ::open(mark.c_str(), flags | O_EXCL, 0644);
    const bool is_written = fd >= 0 && ::futimens(fd, nullptr /* now */) == 0 && ::fsync(fd) == 0;
    const int error_number = errno;
    if (fd >= 0) ::close(fd);
    if (is_written) return;
    throw Error(ErrorCode::environment, fmt::format("Nie można zapisać {}: {}", mark.string(),
                                                    system_reason(error_number).message));
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
