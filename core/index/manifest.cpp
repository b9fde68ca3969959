// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/manifest.h"

#include "core/support/digest.h"
#include "core/support/error.h"
#include "core/support/files.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wespol {
namespace {

constexpr const char* kRebuild =
    "Zbuduj indeks od nowa: wespol-indexer build --data DANE --index INDEKS";

}  // namespace

Manifest read_manifest(const std::filesystem::path& generation_directory) {
    const std::filesystem::path path = generation_directory / kManifestFile;
    const std::string text = read_file(path);
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

void write_manifest(const std::filesystem::path& generation_directory, const Manifest& manifest) {
    const nlohmann::ordered_json json{{"generation", manifest.generation},
                                      {"built_at", manifest.built_at},
                                      {"content_digest", manifest.content_digest},
                                      {"schema_fingerprint", manifest.schema_fingerprint},
                                      {"analyzer_fingerprint", manifest.analyzer_fingerprint},
                                      {"document_counts", manifest.document_counts},
                                      {"files", manifest.files}};
    write_file_durably(generation_directory / kManifestFile, json.dump(2) + "\n");
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
