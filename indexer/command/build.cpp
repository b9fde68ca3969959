// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/analyzer.h"
#include "core/index/generation_store.h"
#include "core/index/index_builder.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "indexer/command/commands.h"
#include "indexer/linking/certificate_linker.h"
#include "indexer/loading/catalogue_loader.h"
#include "indexer/report/build_report.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

constexpr std::size_t kKeptGenerations = 5;
constexpr std::size_t kMostRemarks = 200;

using Clock = std::chrono::steady_clock;

/// "1,24 s"
std::string seconds_since(Clock::time_point start) {
    const std::chrono::duration<double> passed = Clock::now() - start;
    std::string text = fmt::format("{:.2f} s", passed.count());
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

void print_remarks(const Diagnostics& diagnostics, std::ostream& remarks) {
    const std::size_t shown = std::min(diagnostics.size(), kMostRemarks);
    for (std::size_t i = 0; i < shown; ++i)
        remarks << format(diagnostics[i]) << '\n';
    if (diagnostics.size() > shown)
        remarks << fmt::format("… i {} dalszych; wszystkie zapisze --report PLIK\n",
                               diagnostics.size() - shown);
}

/// What is served now; null when nothing is, or when it is damaged: then a new generation is due
/// even though the sources say the same.
std::optional<Manifest> served_manifest(const GenerationStore& store, std::ostream& remarks) {
    const auto current = store.current();
    if (!current) return std::nullopt;
    try {
        Manifest manifest = read_manifest(*current);
        verify_files(*current, manifest);
        return manifest;
    } catch (const Error& error) {
        remarks << "Opublikowana generacja jest uszkodzona: " << error.what() << '\n';
        return std::nullopt;
    }
}

/// What is published stays published, whatever becomes of the old.
void prune(const GenerationStore& store, std::ostream& remarks) {
    try {
        store.prune(kKeptGenerations);
    } catch (const Error& error) {
        remarks << "Stare generacje zostały: " << error.what() << '\n';
    }
}

/// A list that held records and is empty now is a lost file, not a decision.
void refuse_emptied(const Manifest& served, const Catalogue& catalogue) {
    const auto refuse = [&](const char* type, std::size_t now, const char* file) {
        const auto before = served.document_counts.find(type);
        if (now > 0 || before == served.document_counts.end() || before->second == 0) return;
        throw Error(ErrorCode::data_rejected,
                    fmt::format("{}: plik jest pusty, a opublikowanych rekordów jest {}", file,
                                before->second),
                    "Sprawdź, czy to właściwy plik.");
    };
    refuse("certificate", catalogue.certificates.size(), "sources/certificates.jsonl");
    refuse("product", catalogue.products.size(), "sources/products.jsonl");
}

}  // namespace

int build(const Options& options, std::ostream& out, std::ostream& remarks) {
    const Clock::time_point start = Clock::now();
    const GenerationStore store(options.index);
    std::optional<GenerationStore::Lock> lock;  // before reading: older data never overtakes newer
    if (!options.dry_run) lock.emplace(store);
    LoadedCatalogue loaded = load_catalogue(options.data, options.dictionary);
    const auto analyzer = Analyzer::open(options.dictionary);
    link_certificates(loaded, analyzer);
    const std::string report = report_json(loaded);
    print_remarks(loaded.diagnostics, remarks);
    if (options.report) write_file_durably(*options.report, report);
    for (const std::string& line : summary_lines(loaded))
        out << line << '\n';
    refuse_unfit(loaded);

    const auto served = served_manifest(store, remarks);
    if (served && served->content_digest == content_digest(loaded.catalogue, *analyzer)) {
        out << fmt::format("Nic się nie zmieniło: zostaje generacja {}.\nCzas: {}.\n",
                           served->generation, seconds_since(start));
        return kNothingChanged;
    }
    if (served) refuse_emptied(*served, loaded.catalogue);
    if (options.dry_run) {
        out << fmt::format("Próba: dane można opublikować; niczego nie opublikowano.\nCzas: {}.\n",
                           seconds_since(start));
        return kPublished;
    }

    const Manifest manifest = build_generation(loaded.catalogue, analyzer, store, report);
    store.publish(manifest.generation);
    prune(store, remarks);
    std::size_t documents = 0;
    for (const auto& [type, number] : manifest.document_counts)
        documents += number;
    out << fmt::format("Dokumenty w indeksie: {}.\nOpublikowano generację {}.\nCzas: {}.\n",
                       documents, manifest.generation, seconds_since(start));
    return kPublished;
}

}  // namespace wespol
