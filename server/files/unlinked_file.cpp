// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/files/unlinked_file.h"

#include "core/support/error.h"
#include "core/support/system_reason.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace wespol {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& what, int error_number) {
    SystemReason reason = system_reason(error_number);
    throw Error(ErrorCode::environment, what + ": " + reason.message, std::move(reason.hint));
}

}  // namespace

PrivateFolder::PrivateFolder() {
    std::string name = (fs::temp_directory_path() / "wespol-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) fail("Nie można utworzyć folderu " + name, errno);
    path_ = name;
}

PrivateFolder::~PrivateFolder() {
    std::error_code left_behind;  // a destructor cannot do more about it
    fs::remove_all(path_, left_behind);
}

UnlinkedFile::UnlinkedFile(const fs::path& path)
    : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (descriptor_ < 0) fail("Nie można otworzyć " + path.string(), errno);
    struct stat status {};
    if (::fstat(descriptor_, &status) != 0 || ::unlink(path.c_str()) != 0) {
        const int error_number = errno;
        ::close(descriptor_);
        fail("Nie można przejąć " + path.string(), error_number);
    }
    size_ = static_cast<std::size_t>(status.st_size);
}

UnlinkedFile::~UnlinkedFile() {
    ::close(descriptor_);
}

std::string UnlinkedFile::read(std::size_t offset, std::size_t bytes) const {
    std::string piece(bytes, '\0');
    for (;;) {
        const ssize_t got =
            ::pread(descriptor_, piece.data(), piece.size(), static_cast<off_t>(offset));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail("Nie można odczytać pliku tymczasowego", errno);
        piece.resize(static_cast<std::size_t>(got));
        return piece;
    }
}

}  // namespace wespol
