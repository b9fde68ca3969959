// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/asset_table.h"

#include "core/support/digest.h"
#include "core/support/files.h"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>
#include <vector>

namespace wespol {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kContentTypes{{
    {".css", "text/css; charset=utf-8"},
    {".ico", "image/x-icon"},
    {".jpg", "image/jpeg"},
    {".js", "text/javascript; charset=utf-8"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".png", "image/png"},
    {".svg", "image/svg+xml"},
    {".txt", "text/plain; charset=utf-8"},
    {".webp", "image/webp"},
    {".woff2", "font/woff2"},
}};

struct Compression {
    std::string_view ending, encoding;
};
/// The smaller one first.
constexpr std::array kCompressions{Compression{".br", "br"}, Compression{".gz", "gzip"}};

bool is_compressed(const fs::path& path) {
    return std::ranges::count(kCompressions, path.extension().string(), &Compression::ending) > 0;
}

std::string_view content_type_of(const fs::path& path) {
    const std::string suffix = path.extension().string();
    const auto found =
        std::ranges::find(kContentTypes, suffix, &decltype(kContentTypes)::value_type::first);
    return found == kContentTypes.end() ? "application/octet-stream" : found->second;
}

std::vector<fs::path> files_below(const fs::path& directory) {
    std::vector<fs::path> files;
    if (!fs::is_directory(directory)) return files;
    for (const auto& entry : fs::recursive_directory_iterator(directory))
        if (entry.is_regular_file()) files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

}  // namespace

AssetTable::AssetTable(const fs::path& directory) {
    const std::vector<fs::path> files = files_below(directory);
    for (const fs::path& path : files) {
        if (is_compressed(path)) continue;
        Asset asset{read_file(path), std::string(content_type_of(path)), {}, {}};
        asset.digest = sha256(asset.content);
        for (const auto& [ending, encoding] : kCompressions) {
            const fs::path form = path.string() + std::string(ending);
            if (std::ranges::binary_search(files, form))
                asset.forms.push_back({encoding, read_file(form)});
        }
        assets_.emplace(path.lexically_relative(directory).generic_string(), std::move(asset));
    }
}

const Asset* AssetTable::find(std::string_view name) const {
    const auto found = assets_.find(name);
    return found == assets_.end() ? nullptr : &found->second;
}

const Asset* AssetTable::find_beginning(std::string_view beginning) const {
    const auto found = assets_.lower_bound(beginning);
    return found == assets_.end() || !found->first.starts_with(beginning) ? nullptr
                                                                          : &found->second;
}

std::string digest_of_resources(const fs::path& resources) {
    std::string lines = WESPOL_VERSION "\n";
    for (const char* folder : {"templates", "locales", "assets"})
        for (const fs::path& path : files_below(resources / folder))
            lines += path.lexically_relative(resources).generic_string() + ' ' +
                     sha256_of_file(path) + '\n';
    return sha256(lines);
}

}  // namespace wespol
