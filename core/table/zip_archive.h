// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the parts of a ZIP file in pieces, never more than was allowed: what a part says of its
// own size is not believed, bytes are counted as they come. Nothing is unpacked to disk. Not
// thread-safe.
#pragma once

#include "core/table/table_file.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

struct zip;

namespace wespol {

inline constexpr std::uint64_t kMaxSmallPartBytes = 4U << 20;
inline constexpr std::uint64_t kFewUnpackedBytes = 16U << 20;  ///< below, any ratio will do
inline constexpr std::uint64_t kMostRatio = 250;               ///< unpacked to packed

class ZipArchive {
  public:
    /// A problem when it is not a ZIP file, is damaged or has more than 10,000 parts.
    static TableResult<ZipArchive> open(const std::filesystem::path& path);
    static TableResult<ZipArchive> open_bytes(std::string bytes);

    bool has(std::string_view part) const;

    /// Feeds the part to `take` in pieces until it returns false.
    TableResult<void> read(std::string_view part, std::uint64_t most_bytes,
                           const std::function<bool(std::string_view)>& take) const;

  private:
    struct Close {
        void operator()(zip* archive) const;
    };

    explicit ZipArchive(zip* archive) : archive_(archive) {}
    static TableResult<ZipArchive> checked(zip* archive);

    /// What is read from; "" when that is a file. Before the archive: it must live longer.
    std::unique_ptr<const std::string> bytes_;
    std::unique_ptr<zip, Close> archive_;
};

}  // namespace wespol
