// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/analyzer.h"
#include "core/index/generation_store.h"
#include "core/index/index_snapshot.h"
#include "core/support/error.h"
#include "indexer/command/commands.h"

#include <algorithm>
#include <memory>
#include <string>
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

/// The newest generation that is older than the one served.
std::string one_before(const GenerationStore& store, const std::string& served) {
    for (const Manifest& each : store.list())
        if (each.generation < served) return each.generation;
    throw Error(ErrorCode::environment, "Nie ma wcześniejszej generacji, do której można wrócić",
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
    const std::string wanted = options.generation ? *options.generation : one_before(store, served);
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

}  // namespace wespol
