// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/zip_writer.h"

#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/system_reason.h"

#include <cerrno>
#include <utility>
#include <zip.h>

#include <fmt/format.h>

namespace wespol {

void ZipWriter::Discard::operator()(zip* archive) const {
    zip_discard(archive);
}

ZipWriter::ZipWriter(std::filesystem::path file) : file_(std::move(file)) {
    int code = 0;
    errno = 0;
    archive_.reset(zip_open(file_.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code));
    if (archive_) return;
    const int error_number = errno;
    if (error_number != 0) fail(system_reason(error_number).message);
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    const std::string why = zip_error_strerror(&error);
    zip_error_fini(&error);
    fail(why);
}

void ZipWriter::add(const std::string& part, const std::filesystem::path& source) {
    constexpr int from_the_start = 0, to_the_end = -1;
    zip_source_t* bytes =
        zip_source_file(archive_.get(), source.c_str(), from_the_start, to_the_end);
    if (bytes && zip_file_add(archive_.get(), part.c_str(), bytes, ZIP_FL_ENC_UTF_8) >= 0) return;
    if (bytes) zip_source_free(bytes);
    fail(zip_strerror(archive_.get()));
}

void ZipWriter::close() {
    // The library writes beside and renames.
    if (zip_close(archive_.get()) != 0) fail(zip_strerror(archive_.get()));
    (void)archive_.release();
    sync_path(file_);
    sync_path(file_.has_parent_path() ? file_.parent_path() : ".");
}

void ZipWriter::fail(const std::string& why) const {
    throw Error(ErrorCode::environment,
                fmt::format("Nie można zapisać {}: {}", file_.string(), why));
}

}  // namespace wespol
