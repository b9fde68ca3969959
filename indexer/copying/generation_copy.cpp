// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/copying/generation_copy.h"

#include "core/support/ascii.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/system_reason.h"
#include "core/table/zip_archive.h"
#include "core/table/zip_writer.h"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <fcntl.h>
#include <fstream>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

namespace fs = std::filesystem;

constexpr const char* kArriving = "arriving";
constexpr std::uint64_t kMostFileBytes = std::uint64_t{1} << 38;

[[noreturn]] void fail(const char* what, const fs::path& file, const std::string& why) {
    throw Error(ErrorCode::environment, fmt::format("{} {}: {}", what, file.string(), why));
}

/// Names out of somebody's file must stay inside the generation, and out of the hidden.
bool is_plain_name(std::string_view name) {
    const auto is_plain = [](char c) {
        return is_ascii_alphanumeric(c) || c == '-' || c == '_' || c == '.';
    };
    return !name.empty() && name.front() != '.' && std::ranges::all_of(name, is_plain);
}

/// The folder of what is arriving: gone at the end, and at the next beginning when the end never
/// came. Not among the generations: nobody takes it for one.
class ArrivalFolder {
  public:
    explicit ArrivalFolder(const GenerationStore& store) : path_(store.directory() / kArriving) {
        clear();
        std::error_code error;
        fs::create_directories(path_, error);
        if (error) fail("Nie można utworzyć", path_, error.message());
    }
    ~ArrivalFolder() { clear(); }
    ArrivalFolder(const ArrivalFolder&) = delete;
    ArrivalFolder& operator=(const ArrivalFolder&) = delete;

    const fs::path& path() const { return path_; }

  private:
    void clear() {
        std::error_code nothing_to_clear;
        fs::remove_all(path_, nothing_to_clear);
    }
    fs::path path_;
};

/// The part `name` of `archive`, which is `file`, into the folder.
void unpack(const ZipArchive& archive, const fs::path& file, const std::string& name,
            std::uint64_t most_bytes, const fs::path& folder) {
    const fs::path target = folder / name;
    std::ofstream out(target, std::ios::binary);
    const auto read = archive.read(name, most_bytes, [&](std::string_view piece) {
        out.write(piece.data(), static_cast<std::streamsize>(piece.size()));
        return out.good();
    });
    if (!read) fail("Nie można odczytać", file, std::string(read.error().message.in(Language::pl)));
    out.close();
    if (!out) fail("Nie można zapisać", target, "na dysku mogło zabraknąć miejsca");
    sync_path(target);
}

bool is_whole(const fs::path& generation_directory) {
    if (!fs::exists(generation_directory / kManifestFile)) return false;
    try {
        verify_files(generation_directory, read_manifest(generation_directory));
        return true;
    } catch (const Error&) {
        return false;  // it is replaced
    }
}

/// What is at `place` now, damaged, goes to `arrival`: requests open by its path what is served, so
/// at no time may nothing be there.
void put_in_place(const fs::path& arrival, const fs::path& place) {
    const bool is_done =
        ::renameat2(AT_FDCWD, arrival.c_str(), AT_FDCWD, place.c_str(), RENAME_EXCHANGE) == 0 ||
        (errno == ENOENT && ::rename(arrival.c_str(), place.c_str()) == 0);
    if (!is_done) fail("Nie można zapisać", place, system_reason(errno).message);
}

}  // namespace

void write_copy(const GenerationStore& store, const std::string& generation, const fs::path& file) {
    const fs::path directory = store.path_of(generation);
    if (!is_plain_name(generation) || !fs::exists(directory / kManifestFile))
        throw Error(ErrorCode::environment,
                    fmt::format("W {} nie ma generacji {}", store.directory().string(), generation),
                    "Zobacz, jakie są: wespol-indexer list --index " + store.directory().string());
    const GenerationHold hold(directory);
    const Manifest manifest = read_manifest(directory);
    verify_files(directory, manifest);
    ZipWriter writer(file);
    writer.add(kManifestFile, directory / kManifestFile);
    for (const auto& [name, digest] : manifest.files)
        writer.add(name, directory / name);
    writer.close();
}

TakenCopy read_copy(const GenerationStore& store, const fs::path& file,
                    const GenerationCheck& check) {
    const auto archive = ZipArchive::open(file);
    if (!archive)
        fail("Nie można odczytać", file, std::string(archive.error().message.in(Language::pl)));
    if (!archive->has(kManifestFile))
        fail("Nie można odczytać", file, "to nie jest kopia generacji");

    const ArrivalFolder arrival(store);
    unpack(*archive, file, kManifestFile, kMaxSmallPartBytes, arrival.path());
    Manifest manifest = read_manifest(arrival.path());
    const auto is_strange = [](const auto& each) {
        return !is_plain_name(each.first) || each.first == kManifestFile;
    };
    if (!is_plain_name(manifest.generation) || std::ranges::any_of(manifest.files, is_strange))
        fail("Nie można odczytać", file, "jego spis plików nie jest nasz");

    const fs::path place = store.path_of(manifest.generation);
    if (is_whole(place)) {
        check(place);
        return {read_manifest(place), true};
    }
    for (const auto& [name, digest] : manifest.files)
        unpack(*archive, file, name, kMostFileBytes, arrival.path());
    verify_files(arrival.path(), manifest);
    check(arrival.path());
    sync_path(arrival.path());
    put_in_place(arrival.path(), place);
    sync_path(place.parent_path());
    return {std::move(manifest), false};
}

}  // namespace wespol
