// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/files.h"

#include "core/support/error.h"
#include "core/support/system_reason.h"

#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const char* doing, const fs::path& path, int error) {
    SystemReason reason = system_reason(error);
    throw Error(ErrorCode::environment,
                fmt::format("{} {}: {}", doing, path.string(), reason.message),
                std::move(reason.hint));
}

/// A file descriptor that closes itself.
class Descriptor {
  public:
    Descriptor(const fs::path& path, int flags, mode_t mode = 0644)
        : fd_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {
        if (fd_ < 0) fail("Nie można otworzyć", path, errno);
    }
    ~Descriptor() { ::close(fd_); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return fd_; }

  private:
    int fd_;
};

void write_all(int fd, std::string_view content, const fs::path& path) {
    while (!content.empty()) {
        const ssize_t written = ::write(fd, content.data(), content.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail("Nie można zapisać", path, errno);
        content.remove_prefix(static_cast<std::size_t>(written));
    }
}

void rename_over(const fs::path& from, const fs::path& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) fail("Nie można podmienić", to, errno);
}

fs::path folder_of(const fs::path& path) {
    return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

}  // namespace

std::string read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in || fs::is_directory(path)) fail("Nie można odczytać", path, errno ? errno : EISDIR);
    std::string content{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (in.bad()) fail("Nie można odczytać", path, errno);
    return content;
}

void sync_path(const fs::path& path) {
    const Descriptor descriptor(path, O_RDONLY);
    if (::fsync(descriptor.get()) != 0) fail("Nie można utrwalić", path, errno);
}

namespace {

/// `flags`: of open(), beside those for writing a new file.
void write_and_rename(const fs::path& path, std::string_view content, int flags, mode_t mode) {
    const fs::path beside = path.string() + ".new";
    {
        const Descriptor descriptor(beside, O_WRONLY | O_CREAT | flags, mode);
        write_all(descriptor.get(), content, beside);
        if (::fsync(descriptor.get()) != 0) fail("Nie można utrwalić", beside, errno);
    }
    rename_over(beside, path);
    sync_path(folder_of(path));
}

}  // namespace

void write_file_durably(const fs::path& path, std::string_view content) {
    write_and_rename(path, content, O_TRUNC, 0644);
}

void write_secret_durably(const fs::path& path, std::string_view content) {
    // One left behind may be anybody's to read.
    std::error_code ignored_when_absent;
    fs::remove(path.string() + ".new", ignored_when_absent);
    write_and_rename(path, content, O_EXCL | O_NOFOLLOW, 0600);
}

void replace_symlink(const fs::path& link, const fs::path& target) {
    const fs::path beside = link.string() + ".new";
    std::error_code ignored_when_absent;
    fs::remove(beside, ignored_when_absent);
    if (::symlink(target.c_str(), beside.c_str()) != 0) fail("Nie można utworzyć", beside, errno);
    rename_over(beside, link);
    sync_path(folder_of(link));
}

fs::path resource_directory() {
    std::error_code error;
    const fs::path executable = fs::read_symlink("/proc/self/exe", error);
    if (error) fail("Nie można ustalić położenia programu przez", "/proc/self/exe", error.value());
    return executable.parent_path().parent_path() / "share" / "wespol";
}

}  // namespace wespol
