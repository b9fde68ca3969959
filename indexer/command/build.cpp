// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/generation_store.h"
#include "core/index/index_builder.h"
#include "core/support/error.h"
#include "indexer/command/commands.h"
#include "indexer/command/desk_result.h"
#include "indexer/command/remarks.h"
#include "indexer/diff/change_json.h"
#include "indexer/diff/change_text.h"
#include "indexer/publishing/preparation.h"
#include "indexer/report/build_report.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace wespol {
namespace {

using Clock = std::chrono::steady_clock;

/// "1,24 s"
std::string seconds_since(Clock::time_point start) {
    const std::chrono::duration<double> passed = Clock::now() - start;
    std::string text = fmt::format("{:.2f} s", passed.count());
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

/// What is published stays published, whatever becomes of the old.
void prune(const GenerationStore& store, const Retention& retention, std::ostream& remarks) {
    try {
        store.prune(retention);
    } catch (const Error& error) {
        remarks << "Stare generacje zostały: " << error.what() << '\n';
    }
}

std::string generation_of(const Preparation& prepared) {
    return prepared.served ? prepared.served->manifest.generation : "";
}

void work(const Options& options, std::ostream& out, std::ostream& remarks,
          const Progress& progress, DeskResult& result) {
    const Clock::time_point start = Clock::now();
    const GenerationStore store(options.index);
    std::optional<GenerationStore::Lock> lock;  // before reading: older data never overtakes newer
    if (!options.dry_run) lock.emplace(store);
    const Preparation prepared =
        prepare({options.data, options.dictionary}, store, remarks, progress);
    const LoadedCatalogue& loaded = prepared.loaded;
    const auto tell = [&](const std::vector<std::string>& lines) {
        for (const std::string& line : lines)
            out << line << '\n';
    };
    result.generation = generation_of(prepared);
    result.changes = changes_json(prepared.changes);
    const KeptReport report = build_report(loaded, prepared.changes, result.changes);
    print_remarks(loaded.diagnostics, remarks);
    if (options.report) write_report(*options.report, report);
    tell(summary_lines(loaded));
    tell(options.dry_run ? changes_in_full(prepared.changes, loaded.catalogue.references)
                         : changes_in_short(prepared.changes));
    refuse_unfit(prepared, options.accepts_losses);

    if (prepared.is_unchanged) {
        if (lock) prune(store, options.retention, remarks);  // what a killed builder left
        out << fmt::format("Nic się nie zmieniło: zostaje generacja {}.\nCzas: {}.\n",
                           result.generation, seconds_since(start));
        result.outcome = "nothing_changed";
        result.exit_code = kNothingChanged;
        return;
    }
    if (options.dry_run) {
        out << fmt::format("Próba: dane można opublikować; niczego nie opublikowano.\nCzas: {}.\n",
                           seconds_since(start));
        result.outcome = "would_publish";
        return;
    }

    const Manifest manifest =
        build_generation(loaded.catalogue, prepared.analyzer, store, report, progress);
    store.publish(manifest.generation);
    result.generation = manifest.generation;
    result.outcome = "published";
    prune(store, options.retention, remarks);
    std::size_t documents = 0;
    for (const auto& [type, number] : manifest.document_counts)
        documents += number;
    out << fmt::format("Dokumenty w indeksie: {}.\nOpublikowano generację {}.\nCzas: {}.\n",
                       documents, manifest.generation, seconds_since(start));
}

}  // namespace

int build(const Options& options, std::ostream& out, std::ostream& remarks,
          const Progress& progress) {
    return run_desk(options, out, progress,
                    [&](std::ostream& text, const Progress& told, DeskResult& result) {
                        work(options, text, remarks, told, result);
                    });
}

}  // namespace wespol
