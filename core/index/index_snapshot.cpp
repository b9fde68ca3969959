// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/index_snapshot.h"

#include "core/catalogue/record_json.h"
#include "core/index/generation_files.h"
#include "core/index/schema.h"
#include "core/index/spelling_words.h"
#include "core/index/xapian_errors.h"
#include "core/support/error.h"
#include "core/support/files.h"

#include <utility>
#include <vector>

#include <fmt/format.h>
#include <xapian.h>

namespace wespol {
namespace {

void refuse_stranger(const Manifest& manifest, const Analyzer& analyzer) {
    if (manifest.schema_fingerprint == schema_fingerprint() &&
        manifest.analyzer_fingerprint == analyzer.fingerprint())
        return;
    throw Error(ErrorCode::environment,
                fmt::format("Generację {} zbudowała inna wersja Wespołu", manifest.generation),
                "Zbuduj indeks tą wersją: wespol-indexer build --data DANE --index INDEKS");
}

PlaceFinder::Weight documents_by_municipality(const Columns& columns) {
    const FacetColumn& municipalities = columns.facet(FieldId::municipality);
    std::vector<std::size_t> counts(municipalities.codes().size());
    for (DocId document = 1; document <= columns.last_document(); ++document)
        for (const auto* each = municipalities.begin(document);
             each != municipalities.end(document); ++each)
            ++counts[*each];
    return [&municipalities, counts = std::move(counts)](std::string_view code) {
        const auto ordinal = municipalities.ordinal(code);
        return ordinal ? counts[*ordinal] : 0;
    };
}

}  // namespace

std::shared_ptr<const IndexSnapshot> IndexSnapshot::open(const std::filesystem::path& directory,
                                                         std::shared_ptr<const Analyzer> analyzer) {
    const std::shared_ptr<IndexSnapshot> snapshot(new IndexSnapshot);
    snapshot->directory_ = std::filesystem::weakly_canonical(directory);
    snapshot->hold_ = GenerationHold(snapshot->directory_);
    snapshot->manifest_ = read_manifest(snapshot->directory_);
    refuse_stranger(snapshot->manifest_, *analyzer);
    verify_files(snapshot->directory_, snapshot->manifest_);
    snapshot->analyzer_ = std::move(analyzer);
    snapshot->references_ = decode_references(read_file(snapshot->directory_ / kReferencesFile));
    snapshot->quality_ = decode_quality(read_file(snapshot->directory_ / kQualityFile));
    snapshot->concepts_ = ConceptFinder(snapshot->references_, *snapshot->analyzer_);
    snapshot->completions_ =
        CompletionTable::decode(read_file(snapshot->directory_ / kCompletionsFile));
    snapshot->states_ = StateFinder(snapshot->references_, *snapshot->analyzer_);
    translating_xapian_errors("Nie można otworzyć indeksu", [&] {
        const Xapian::Database database = snapshot->open_database();
        snapshot->columns_ = Columns(database);
        snapshot->spelling_ = SpellingDictionary(
            findable_words(database, snapshot->references_, *snapshot->analyzer_));
    });
    snapshot->places_ = PlaceFinder(snapshot->references_.region, *snapshot->analyzer_,
                                    documents_by_municipality(snapshot->columns_));
    return snapshot;
}

Xapian::Database IndexSnapshot::open_database() const {
    return Xapian::Database((directory_ / kDatabaseFile).string());
}

}  // namespace wespol
