// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/watching/trial_folder.h"

#include "core/support/error.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

#include <fmt/format.h>

namespace wespol {
namespace {

namespace fs = std::filesystem;

constexpr const char* kSources = "sources";

[[noreturn]] void refuse(const std::string& message, const std::string& advice) {
    throw Error(ErrorCode::data_rejected, message, advice);
}

[[noreturn]] void fail(const std::string& what, const fs::path& path, int error) {
    throw Error(ErrorCode::environment,
                fmt::format("{} {}: {}", what, path.string(), std::strerror(error)));
}

class Descriptor {
  public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() { ::close(fd_); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return fd_; }

  private:
    int fd_;
};

int open_plain_file(const fs::path& path) {
    // Without waiting: a named pipe would hold us for ever.
    const int fd = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (fd >= 0) return fd;
    if (errno == ELOOP) refuse("to dowiązanie, a nie plik", "Skopiuj do skrzynki sam plik.");
    if (errno == ENOENT) refuse("plik zniknął, zanim go przeczytano", "");
    if (errno == EACCES) refuse("nie wolno nam czytać tego pliku", "Zmień jego uprawnienia.");
    fail("Nie można otworzyć", path, errno);
}

void write_all(int fd, const char* bytes, std::size_t count, const fs::path& path) {
    while (count > 0) {
        const ssize_t written = ::write(fd, bytes, count);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail("Nie można zapisać", path, errno);
        bytes += written;
        count -= static_cast<std::size_t>(written);
    }
}

void copy_bytes(int from, int to, const fs::path& from_path, const fs::path& to_path) {
    constexpr std::size_t buffer_bytes = 1U << 20;
    std::vector<char> buffer(buffer_bytes);
    std::uint64_t copied = 0;
    while (true) {
        const ssize_t got = ::read(from, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail("Nie można odczytać", from_path, errno);
        if (got == 0) return;
        copied += static_cast<std::uint64_t>(got);
        if (copied > kLargestList)
            refuse(fmt::format("plik ma ponad {} MB", kLargestList >> 20U), "Podziel listę.");
        write_all(to, buffer.data(), static_cast<std::size_t>(got), to_path);
    }
}

void link_to(const fs::path& target, const fs::path& link) {
    if (::symlink(target.c_str(), link.c_str()) != 0) fail("Nie można utworzyć", link, errno);
}

void link_entries(const fs::path& from, const fs::path& to, const std::string& left_out) {
    for (const auto& entry : fs::directory_iterator(from)) {
        const std::string name = entry.path().filename().string();
        if (name != left_out && !name.starts_with('.'))
            link_to(fs::absolute(entry.path()), to / name);
    }
}

}  // namespace

void copy_list(const fs::path& from, const fs::path& to) {
    const Descriptor source(open_plain_file(from));
    struct stat found {};
    if (::fstat(source.get(), &found) != 0) fail("Nie można odczytać", from, errno);
    if (!S_ISREG(found.st_mode)) refuse("to nie jest zwykły plik", "Skopiuj do skrzynki sam plik.");
    if (found.st_size == 0) refuse("plik jest pusty", "Zapisz listę jeszcze raz.");
    if (static_cast<std::uint64_t>(found.st_size) > kLargestList)
        refuse(fmt::format("plik ma ponad {} MB", kLargestList >> 20U), "Podziel listę.");
    const Descriptor copy(
        ::open(to.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0644));
    if (copy.get() < 0) fail("Nie można zapisać", to, errno);
    copy_bytes(source.get(), copy.get(), from, to);
    if (::fsync(copy.get()) != 0) fail("Nie można utrwalić", to, errno);
}

TrialFolder::TrialFolder(const fs::path& data, const fs::path& workshop, const fs::path& list,
                         const FileStamp& seen)
    : TrialFolder(workshop / "trial", fmt::format("{}/{}", kSources, list.filename().string())) {
    // From here on the destructor cleans up, also when this throws.
    fs::remove_all(path_);
    fs::create_directories(path_ / kSources);
    link_entries(data, path_, kSources);
    link_entries(data / kSources, path_ / kSources, list.filename().string());
    copy_list(list, path_ / list_name_);
    if (stamp_of(list) != seen)
        refuse("plik zmienił się w trakcie czytania", "Sprawdzimy go jeszcze raz.");
}

TrialFolder::~TrialFolder() {
    std::error_code left_for_the_next_one;
    fs::remove_all(path_, left_for_the_next_one);
}

}  // namespace wespol
