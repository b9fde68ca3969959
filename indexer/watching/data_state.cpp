// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/watching/data_state.h"

#include "core/support/digest.h"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

namespace wespol {
namespace {

namespace fs = std::filesystem;

constexpr std::array kReadFolders{"sources", "vocabulary", "region", "merging"};

void add_files(const fs::path& folder, std::vector<std::string>& lines) {
    for (const auto& entry : fs::directory_iterator(folder)) {
        std::error_code gone;  // between the listing and this line; the next look tells
        if (!entry.is_regular_file(gone)) continue;
        const auto size = entry.file_size(gone);
        const auto time = entry.last_write_time(gone).time_since_epoch().count();
        lines.push_back(fmt::format("{} {} {}", entry.path().string(), size, time));
    }
}

}  // namespace

std::string data_state(const fs::path& data_directory) {
    std::vector<std::string> lines;
    add_files(data_directory, lines);
    for (const char* name : kReadFolders)
        if (fs::is_directory(data_directory / name)) add_files(data_directory / name, lines);
    std::ranges::sort(lines);
    std::string text;
    for (const std::string& each : lines)
        text += each + '\n';
    return sha256(text);
}

}  // namespace wespol
