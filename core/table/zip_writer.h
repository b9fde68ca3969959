// SPDX-License-Identifier: GPL-3.0-or-later
// Packs files into a new ZIP file, which is there whole once it is closed, or not at all. Every
// failure throws Error(environment). Not thread-safe.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

struct zip;

namespace wespol {

class ZipWriter {
  public:
    /// A file that is there already is replaced when this one is closed.
    explicit ZipWriter(std::filesystem::path file);

    /// `source` is read when the archive is closed.
    void add(const std::string& part, const std::filesystem::path& source);

    void close();

  private:
    struct Discard {
        void operator()(zip* archive) const;
    };
    [[noreturn]] void fail(const std::string& why) const;

    std::filesystem::path file_;
    std::unique_ptr<zip, Discard> archive_;
};

}  // namespace wespol
