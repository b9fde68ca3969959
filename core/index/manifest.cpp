// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/manifest.h"

#include "core/catalogue/warsaw_time.h"
#include "core/support/digest.h"
#include "core/support/error.h"
#include "core/support/files.h"

#include <ctime>
#include <iomanip>
#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wespol {
namespace {

constexpr const char* kRebuild =
    "Zbuduj indeks od nowa: wespol-indexer build --data DANE --index INDEKS";

nlohmann::ordered_json as_json(const Manifest& manifest) {
    return {{"generation", manifest.generation},
            {"built_at", manifest.built_at},
            {"content_digest", manifest.content_digest},
            {"schema_fingerprint", manifest.schema_fingerprint},
            {"analyzer_fingerprint", manifest.analyzer_fingerprint},
            {"document_counts", manifest.document_counts},
            {"files", manifest.files}};
}

/// The whole file: what is not written exactly so was not written by us, or has changed.
std::string sealed(nlohmann::ordered_json json) {
    json["seal"] = sha256(json.dump());
    return json.dump(2) + "\n";
}

Manifest parse_manifest(const std::filesystem::path& path, const std::string& text) {
    try {
        const nlohmann::json json = nlohmann::json::parse(text);
        return {.generation = json.at("generation"),
                .built_at = json.at("built_at"),
                .content_digest = json.at("content_digest"),
                .schema_fingerprint = json.at("schema_fingerprint"),
                .analyzer_fingerprint = json.at("analyzer_fingerprint"),
                .document_counts = json.at("document_counts"),
                .files = json.at("files")};
    } catch (const nlohmann::json::exception&) {
        throw Error(ErrorCode::environment,
                    fmt::format("{} nie jest manifestem Wespołu", path.string()), kRebuild);
    }
}

}  // namespace

Manifest read_manifest(const std::filesystem::path& generation_directory) {
    const std::filesystem::path path = generation_directory / kManifestFile;
    const std::string text = read_file(path);
    Manifest manifest = parse_manifest(path, text);
    if (text != sealed(as_json(manifest)))
        throw Error(ErrorCode::environment,
                    fmt::format("Plik {} zmienił się od zbudowania indeksu", path.string()),
                    kRebuild);
    return manifest;
}

void write_manifest(const std::filesystem::path& generation_directory, const Manifest& manifest) {
    write_file_durably(generation_directory / kManifestFile, sealed(as_json(manifest)));
}

std::optional<std::chrono::sys_seconds> built_moment(const Manifest& manifest) {
    std::tm parts{};
    std::istringstream stream(manifest.built_at);
    stream >> std::get_time(&parts, "%Y-%m-%dT%H:%M:%SZ");
    if (stream.fail()) return std::nullopt;
    return std::chrono::sys_seconds(std::chrono::seconds(::timegm(&parts)));
}

std::optional<std::chrono::sys_seconds> built_moment(std::string_view generation) {
    constexpr std::size_t kLength = 15;  // "20261121T101112" and then fractions of a second
    const auto moment = parse_compact_utc(std::string(generation.substr(0, kLength)) + "Z");
    if (!moment) return std::nullopt;
    return *moment;
}

void verify_files(const std::filesystem::path& generation_directory, const Manifest& manifest) {
    for (const auto& [name, digest] : manifest.files) {
        if (sha256_of_file(generation_directory / name) == digest) continue;
        throw Error(ErrorCode::environment,
                    fmt::format("Plik {} zmienił się od zbudowania indeksu",
                                (generation_directory / name).string()),
                    kRebuild);
    }
}

}  // namespace wespol
