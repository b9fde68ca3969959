// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/publishing/preparation.h"

#include "core/index/index_builder.h"
#include "core/support/error.h"
#include "indexer/linking/certificate_linker.h"
#include "indexer/merging/certificate_merger.h"

namespace wespol {
namespace {

std::optional<ServedGeneration> served_generation(const GenerationStore& store,
                                                  std::ostream& remarks) {
    const auto current = store.current();
    if (!current) return std::nullopt;
    try {
        ServedGeneration served{*current, read_manifest(*current)};
        verify_files(served.directory, served.manifest);
        return served;
    } catch (const Error& error) {
        remarks << "Opublikowana generacja jest uszkodzona: " << error.what() << '\n';
        return std::nullopt;
    }
}

}  // namespace

Preparation prepare(const PreparationPaths& paths, const GenerationStore& store,
                    std::ostream& remarks, const Progress& progress) {
    Preparation made;
    made.limits = load_publication_limits(paths.data);
    made.loaded = load_catalogue(paths.data, paths.dictionary, progress);
    made.analyzer = Analyzer::open(paths.dictionary);
    link_certificates(made.loaded, made.analyzer, progress);
    merge_certificates(made.loaded);

    made.served = served_generation(store, remarks);
    made.changes = find_changes(made.served ? &*made.served : nullptr, made.loaded,
                                today_in_warsaw(), progress);
    made.changes.is_served_damaged = !made.served && store.current();
    if (made.served) {
        const Manifest& manifest = made.served->manifest;
        made.changes.is_new_program |=
            manifest.analyzer_fingerprint != made.analyzer->fingerprint();
        made.is_unchanged =
            manifest.content_digest == content_digest(made.loaded.catalogue, *made.analyzer);
    }
    return made;
}

void refuse_unfit(const Preparation& preparation, bool accepts_losses) {
    refuse_broken(preparation.loaded, preparation.limits);
    if (accepts_losses) return;
    if (preparation.changes.is_served_damaged)
        throw Error(ErrorCode::data_rejected,
                    "Opublikowana generacja jest uszkodzona, więc nie wiadomo, ile by z niej ubyło",
                    "Wróć do całej: wespol-indexer rollback, i publikuj potem. Jeśli dane na pewno "
                    "są pełne, dodaj --accept-losses.");
    refuse_losses(preparation.changes, preparation.loaded, preparation.limits);
}

}  // namespace wespol
