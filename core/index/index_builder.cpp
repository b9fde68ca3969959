// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/index_builder.h"

#include "core/analysis/collation.h"
#include "core/catalogue/record_json.h"
#include "core/index/completion_table.h"
#include "core/index/document_builder.h"
#include "core/index/generation_files.h"
#include "core/index/index_snapshot.h"
#include "core/index/schema.h"
#include "core/index/xapian_errors.h"
#include "core/support/digest.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/system_reason.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <xapian.h>

namespace wespol {
namespace {

namespace fs = std::filesystem;

/// A folder that is removed again unless the work in it is kept.
class Scaffold {
  public:
    explicit Scaffold(fs::path path) : path_(std::move(path)) {
        std::error_code error;
        fs::create_directories(path_, error);
        if (error)
            throw Error(ErrorCode::environment,
                        fmt::format("Nie można utworzyć katalogu {}: {}", path_.string(),
                                    system_reason(error.value()).message));
    }
    ~Scaffold() {
        std::error_code left_for_the_next_prune;
        if (!kept_) fs::remove_all(path_, left_for_the_next_prune);
    }
    Scaffold(const Scaffold&) = delete;
    Scaffold& operator=(const Scaffold&) = delete;
    const fs::path& path() const { return path_; }
    void keep() { kept_ = true; }

    /// Throws Error(environment) with the reason when nothing more can be written into it.
    void check_room() const {
        constexpr std::size_t enough = 1 << 20;
        write_file_durably(path_ / "probe", std::string(enough, '\0'));
    }

  private:
    fs::path path_;
    bool kept_ = false;
};

/// Polish alphabetical order of the names: the order of documents, so that ties in every list fall
/// by name and the list by name needs no sorting.
std::vector<const Entity*> by_name(const std::vector<Entity>& entities) {
    std::vector<const Entity*> order(entities.size());
    std::transform(entities.begin(), entities.end(), order.begin(),
                   [](const Entity& each) { return &each; });
    std::sort(order.begin(), order.end(), [](const Entity* a, const Entity* b) {
        if (stands_before(a->name, b->name)) return true;
        return !stands_before(b->name, a->name) && a->id < b->id;
    });
    return order;
}

void add_documents(Xapian::WritableDatabase& database, const Catalogue& catalogue,
                   const DocumentBuilder& builder, const Progress& progress) {
    ProgressStage stage(
        progress, Phase::indexing,
        catalogue.entities.size() + catalogue.products.size() + catalogue.certificates.size());
    const auto add = [&](const auto& record) {
        database.add_document(builder.build(record));
        stage.advance();
    };
    for (const Entity* entity : by_name(catalogue.entities))
        add(*entity);
    for (const Product& product : catalogue.products)
        add(product);
    for (const Certificate& certificate : catalogue.certificates)
        add(certificate);
}

void write_database(const Catalogue& catalogue, const Analyzer& analyzer, const fs::path& folder,
                    const Progress& progress) {
    const fs::path growing = folder / "growing";
    {
        // Thrown away whole if anything fails: only the sealed copy must survive a power cut.
        constexpr int flags =
            Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;
        Xapian::WritableDatabase database(growing.string(), flags);
        add_documents(database, catalogue, DocumentBuilder(catalogue, analyzer), progress);
        const ProgressStage stage(progress, Phase::sealing);
        database.commit();
        database.compact((folder / kDatabaseFile).string(), Xapian::DBCOMPACT_SINGLE_FILE);
    }
    fs::remove_all(growing);
    sync_path(folder / kDatabaseFile);
}

/// The sealed database answers for the catalogue it was built from: counts, and each record by id.
void verify_database(const Catalogue& catalogue, const fs::path& folder) {
    const Xapian::Database database((folder / kDatabaseFile).string());
    const auto expect = [&](DocumentType type, const std::string& id) {
        const std::string term = code_term(FieldId::id, fmt::format("{}:{}", code(type), id));
        if (database.get_termfreq(term) != 1)
            throw Error(ErrorCode::environment, fmt::format("Zbudowany indeks nie zawiera {}", id));
    };
    for (const Entity& each : catalogue.entities)
        expect(DocumentType::entity, each.id);
    for (const Product& each : catalogue.products)
        expect(DocumentType::product, each.id);
    for (const Certificate& each : catalogue.certificates)
        expect(DocumentType::certificate, each.id);
}

/// What the records name in their own words.
std::set<std::string> mentioned(const fs::path& folder) {
    return translating_xapian_errors("Nie udało się zbudować indeksu", [&] {
        const Xapian::Database database((folder / kDatabaseFile).string());
        const std::string prefix(field(FieldId::mentions).prefix);
        std::set<std::string> codes;
        for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix);
             ++term)
            codes.insert((*term).substr(prefix.size()));
        return codes;
    });
}

}  // namespace

std::string content_digest(const Catalogue& catalogue, const Analyzer& analyzer) {
    std::string digests =
        schema_fingerprint() + analyzer.fingerprint() + sha256(encode(catalogue.references));
    for (const Entity& each : catalogue.entities)
        digests += sha256(encode(each));
    for (const Product& each : catalogue.products)
        digests += sha256(encode(each));
    for (const Certificate& each : catalogue.certificates)
        digests += sha256(encode(each));
    return sha256(digests);
}

Manifest build_generation(const Catalogue& catalogue, std::shared_ptr<const Analyzer> analyzer,
                          const GenerationStore& store, const KeptReport& report,
                          const Progress& progress) {
    const auto now =
        std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
    const auto milliseconds = now.time_since_epoch().count() % 1000;
    Manifest manifest;
    manifest.built_at = fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(seconds));
    manifest.content_digest = content_digest(catalogue, *analyzer);
    manifest.generation = fmt::format("{:%Y%m%dT%H%M%S}{:03}Z-{}", fmt::gmtime(seconds),
                                      milliseconds, manifest.content_digest.substr(0, 12));
    manifest.schema_fingerprint = schema_fingerprint();
    manifest.analyzer_fingerprint = analyzer->fingerprint();
    manifest.document_counts = {{"entity", catalogue.entities.size()},
                                {"product", catalogue.products.size()},
                                {"certificate", catalogue.certificates.size()}};

    Scaffold scaffold(store.path_of(manifest.generation));
    try {
        translating_xapian_errors("Nie udało się zbudować indeksu", [&] {
            write_database(catalogue, *analyzer, scaffold.path(), progress);
            verify_database(catalogue, scaffold.path());
        });
    } catch (const Error&) {
        scaffold.check_room();  // Xapian loses the reason on its way out of DB_DANGEROUS
        throw;
    }
    write_file_durably(scaffold.path() / kReferencesFile, encode(catalogue.references));
    write_file_durably(scaffold.path() / kCompletionsFile,
                       CompletionTable(catalogue, *analyzer, mentioned(scaffold.path())).encode());
    write_file_durably(scaffold.path() / kReportFile, report.json);
    write_file_durably(scaffold.path() / kReportPageFile, report.page);
    write_file_durably(scaffold.path() / kQualityFile, encode(report.figures));
    for (const char* name : {kDatabaseFile, kReferencesFile, kCompletionsFile, kReportFile,
                             kReportPageFile, kQualityFile})
        manifest.files[name] = sha256_of_file(scaffold.path() / name);
    write_manifest(scaffold.path(), manifest);
    IndexSnapshot::open(scaffold.path(), std::move(analyzer));
    scaffold.keep();
    return manifest;
}

}  // namespace wespol
