// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/building/build_phases.h"

#include "core/catalogue/record_json.h"
#include "core/index/completion_table.h"
#include "core/index/document_builder.h"
#include "core/index/index_builder.h"
#include "indexer/linking/certificate_linker.h"
#include "indexer/loading/catalogue_loader.h"
#include "indexer/merging/certificate_merger.h"
#include "indexer/source/json_lines_reader.h"

#include <algorithm>

#include <xapian.h>

namespace wespol::bench {
namespace {

/// Documents are made in batches, so that making and adding can be timed apart in bounded memory.
constexpr std::size_t kBatch = 1'000;

Duration& operator+=(Duration& sum, const Duration& more) {
    sum.wall_ms += more.wall_ms;
    sum.cpu_ms += more.cpu_ms;
    return sum;
}

class Indexing {
  public:
    Indexing(Xapian::WritableDatabase& database, const DocumentBuilder& builder)
        : database_(database), builder_(builder) {}

    template <class Record>
    void add(const std::vector<Record>& records) {
        for (std::size_t begin = 0; begin < records.size(); begin += kBatch) {
            const std::size_t end = std::min(begin + kBatch, records.size());
            const Stopwatch making;
            std::vector<Xapian::Document> documents;
            documents.reserve(end - begin);
            for (std::size_t i = begin; i < end; ++i)
                documents.push_back(builder_.build(records[i]));
            made += making.passed();
            const Stopwatch adding;
            for (const Xapian::Document& each : documents)
                database_.add_document(each);
            added += adding.passed();
        }
    }

    Duration made, added;

  private:
    Xapian::WritableDatabase& database_;
    const DocumentBuilder& builder_;
};

}  // namespace

BuildPhases measure_build(const std::filesystem::path& data, const std::filesystem::path& scratch,
                          const std::shared_ptr<const Analyzer>& analyzer) {
    BuildPhases measured;
    const auto phase = [&](const char* name, auto work) {
        const Stopwatch stopwatch;
        work();
        measured.phases.emplace_back(name, stopwatch.passed());
    };
    LoadedCatalogue loaded;
    phase("read, validate, merge", [&] { loaded = load_catalogue(data); });
    phase("link certificates", [&] {
        link_certificates(loaded, analyzer);
        merge_certificates(loaded);
    });
    const Catalogue& catalogue = loaded.catalogue;
    phase("digest", [&] { content_digest(catalogue, *analyzer); });

    const std::filesystem::path growing = scratch / "growing", sealed = scratch / "sealed";
    {
        constexpr int flags =
            Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;
        Xapian::WritableDatabase database(growing.string(), flags);
        const DocumentBuilder builder(catalogue, *analyzer);
        Indexing indexing(database, builder);
        indexing.add(catalogue.entities);
        indexing.add(catalogue.products);
        indexing.add(catalogue.certificates);
        measured.phases.emplace_back("make documents", indexing.made);
        measured.phases.emplace_back("add documents", indexing.added);
        const Stopwatch sealing;
        database.commit();
        database.compact(sealed.string(), Xapian::DBCOMPACT_SINGLE_FILE);
        measured.phases.emplace_back("commit and compact", sealing.passed());
        measured.bare = indexing.added;
        measured.bare += measured.phases.back().second;
        measured.documents = database.get_doccount();
    }
    std::filesystem::remove_all(growing);
    std::filesystem::remove(sealed);
    phase("completions", [&] { CompletionTable(catalogue, *analyzer).encode(); });
    return measured;
}

ReadingSpeed measure_reading(const std::filesystem::path& file) {
    ReadingSpeed measured;
    measured.bytes = std::filesystem::file_size(file);
    Diagnostics diagnostics;
    const Stopwatch stopwatch;
    measured.rows =
        read_json_lines(file, file.filename().string(), diagnostics, [](const SourceRecord&) {});
    measured.duration = stopwatch.passed();
    return measured;
}

}  // namespace wespol::bench
