// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/analyzer.h"
#include "core/index/generation_store.h"
#include "core/index/index_snapshot.h"
#include "core/support/error.h"
#include "indexer/command/commands.h"
#include "indexer/copying/generation_copy.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace wespol {
namespace {

std::string served_name(const GenerationStore& store) {
    const auto current = store.current();
    return current ? current->filename().string() : "";
}

std::size_t count_of(const Manifest& manifest, const std::string& type) {
    const auto found = manifest.document_counts.find(type);
    return found == manifest.document_counts.end() ? 0 : found->second;
}

std::string one_before(const GenerationStore& store) {
    if (auto previous = store.previous()) return std::move(*previous);
    throw Error(ErrorCode::environment,
                "Nie wiadomo, do czego wrócić: przed tą generacją nic nie było opublikowane albo "
                "już tego nie ma",
                "Zobacz, jakie są: wespol-indexer list --index " + store.directory().string() +
                    ", i podaj nazwę: wespol-indexer rollback GENERACJA");
}

/// One of the complete ones, not any path.
std::string named(const GenerationStore& store, const std::string& generation) {
    for (const Manifest& each : store.list())
        if (each.generation == generation) return generation;
    throw Error(
        ErrorCode::environment,
        fmt::format("W {} nie ma całej generacji {}", store.directory().string(), generation),
        "Zobacz, jakie są: wespol-indexer list --index " + store.directory().string());
}

/// Throws Error(environment) when a server of this version would refuse it.
std::shared_ptr<const IndexSnapshot> open_as_a_server_would(
    const std::filesystem::path& generation_directory, const Options& options) {
    return IndexSnapshot::open(generation_directory, Analyzer::open(options.dictionary));
}

}  // namespace

int list(const Options& options, std::ostream& out) {
    const GenerationStore store(options.index);
    const std::string served = served_name(store);
    const std::vector<Manifest> manifests = store.list();
    if (manifests.empty()) out << "Nie ma jeszcze żadnej generacji.\n";
    for (const Manifest& each : manifests)
        out << fmt::format("{} {}  {}  podmioty: {}, certyfikaty: {}, produkty: {}{}\n",
                           each.generation == served ? '*' : ' ', each.generation, each.built_at,
                           count_of(each, "entity"), count_of(each, "certificate"),
                           count_of(each, "product"),
                           each.generation == served ? "  (opublikowana)" : "");
    return kPublished;
}

int rollback(const Options& options, std::ostream& out) {
    const GenerationStore store(options.index);
    const GenerationStore::Lock lock(store);
    const std::string served = served_name(store);
    const std::string wanted =
        options.generation ? named(store, *options.generation) : one_before(store);
    if (wanted == served) {
        out << fmt::format("Generacja {} jest już opublikowana.\n", wanted);
        return kNothingChanged;
    }
    open_as_a_server_would(store.path_of(wanted), options);
    store.publish(wanted);
    out << fmt::format("Opublikowano generację {} (przedtem: {}).\n", wanted,
                       served.empty() ? "żadna" : served);
    return kPublished;
}

int verify(const Options& options, std::ostream& out) {
    const GenerationStore store(options.index);
    const auto current = store.current();
    if (!current)
        throw Error(ErrorCode::environment,
                    fmt::format("W {} nic nie jest opublikowane", options.index.string()),
                    "Zbuduj indeks: wespol-indexer build --data DANE --index INDEKS");
    const auto snapshot = open_as_a_server_would(*current, options);
    const Manifest& manifest = snapshot->manifest();
    out << fmt::format(
        "Generacja {} jest cała (pliki: {}); podmioty: {}, certyfikaty: {}, produkty: {}.\n",
        manifest.generation, manifest.files.size(), count_of(manifest, "entity"),
        count_of(manifest, "certificate"), count_of(manifest, "product"));
    return kPublished;
}

int export_generation(const Options& options, std::ostream& out) {
    const GenerationStore store(options.index);
    const std::string generation = options.generation ? *options.generation : served_name(store);
    if (generation.empty())
        throw Error(ErrorCode::environment,
                    fmt::format("W {} nic nie jest opublikowane", options.index.string()),
                    "Zbuduj indeks: wespol-indexer build --data DANE --index INDEKS");
    write_copy(store, generation, options.file);
    out << fmt::format("Zapisano generację {} w {}.\n", generation, options.file.string());
    return kPublished;
}

int import_generation(const Options& options, std::ostream& out) {
    const GenerationStore store(options.index);
    const GenerationStore::Lock lock(store);
    const std::string served = served_name(store);
    const auto [manifest, was_whole] =
        read_copy(store, options.file, [&](const std::filesystem::path& generation_directory) {
            open_as_a_server_would(generation_directory, options);
        });
    if (manifest.generation == served && was_whole) {
        out << fmt::format("Generacja {} jest już opublikowana.\n", served);
        return kNothingChanged;
    }
    if (manifest.generation == served) {
        out << fmt::format("Naprawiono opublikowaną generację {}.\n", served);
        return kPublished;
    }
    store.publish(manifest.generation);
    out << fmt::format("Opublikowano generację {} (przedtem: {}).\n", manifest.generation,
                       served.empty() ? "żadna" : served);
    try {
        store.prune(options.retention);
    } catch (const Error& error) {  // what is published stays published
        out << "Stare generacje zostały: " << error.what() << '\n';
    }
    return kPublished;
}

}  // namespace wespol
