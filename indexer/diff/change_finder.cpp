// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/diff/change_finder.h"

#include "core/catalogue/record_json.h"
#include "core/index/generation_files.h"
#include "core/index/generation_store.h"
#include "core/index/published_records.h"
#include "core/index/schema.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "indexer/diff/certificate_changes.h"
#include "indexer/diff/list_changes.h"
#include "indexer/diff/record_differences.h"
#include "indexer/diff/text_member.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wespol {
namespace {

using Json = nlohmann::json;

const std::string& name_of(const Entity& entity) {
    return entity.name;
}
const std::string& name_of(const Product& product) {
    return product.name;
}
const std::string& name_of(const Certificate& certificate) {
    return certificate.holder_name;
}

template <class Record>
RecordChange about(const Record& record) {
    return {record.id, name_of(record), place_of(record.provenance), {}, {}, {}};
}

RecordPlace place_of(const Json& record) {
    const auto provenance = record.find("provenance");
    if (provenance == record.end()) return {};
    return {text_at(*provenance, "file"), provenance->value("row", std::size_t{0}),
            text_at(*provenance, "sheet")};
}

/// A record of an index that is damaged or no record at all.
Json parse_published(std::string_view text) {
    Json record = Json::parse(text, nullptr, false);
    if (record.is_object() && record.contains("id")) return record;
    throw Error(ErrorCode::environment, "Uszkodzony zapis w opublikowanej generacji",
                "Sprawdź ją: wespol-indexer verify --index INDEKS");
}

class RecordComparison {
  public:
    RecordComparison(const ServedGeneration& served, ChangeSet& changes, const Json& retired_ids,
                     const LoadedCatalogue& loaded, const Progress& progress)
        : served_(served),
          changes_(changes),
          retired_ids_(retired_ids),
          merged_certificates_(loaded.merged_certificates),
          progress_(progress) {}

    /// `met` is told of each record, published or now, as a pair of which one may be null.
    template <class Record, class Met>
    void run(DocumentType type, const std::vector<Record>& records, RecordChanges& changes,
             Met met) {
        ProgressStage stage(progress_, Phase::comparing, records.size());
        std::unordered_map<std::string_view, const Record*> unmet;
        unmet.reserve(records.size());
        for (const Record& each : records)
            unmet.emplace(each.id, &each);
        changes.after = records.size();
        read_published_records(served_.directory, type, [&](std::string_view text) {
            ++changes.before;
            stage.advance();
            const Json published = parse_published(text);
            count_rows(published);
            const auto found = unmet.find(text_at(published, "id"));
            const Record* now = found == unmet.end() ? nullptr : found->second;
            if (now) unmet.erase(found);
            if (is_unknown(published, now)) {
                changes.unknown.push_back(gone(published));
                return;
            }
            if (now)
                compare(text, published, *now, changes);
            else
                changes.gone.push_back(gone(published));
            met(now, &published);
        });
        for (const Record& each : records) {  // in the order of the sources
            if (!unmet.contains(each.id)) continue;
            changes.added.push_back(about(each));
            met(&each, nullptr);
        }
        const auto by_place = [](const RecordChange& a, const RecordChange& b) {
            return std::pair(a.place.file, a.place.row) < std::pair(b.place.file, b.place.row);
        };
        std::stable_sort(changes.changed.begin(), changes.changed.end(), by_place);
        std::stable_sort(changes.gone.begin(), changes.gone.end(), by_place);
    }

  private:
    template <class Record>
    static void compare(std::string_view before, const Json& published, const Record& record,
                        RecordChanges& changes) {
        const std::string after = encode(record);
        if (before == after) return;
        std::vector<FieldChange> fields = differences(published, Json::parse(after));
        if (fields.empty()) {
            ++changes.moved;
            return;
        }
        RecordChange change = about(record);
        change.fields = std::move(fields);
        changes.changed.push_back(std::move(change));
    }

    /// A record that was merged of several came from a row of each.
    static std::vector<std::string> files_of(const Json& published) {
        const auto claims = published.find("claims");
        if (claims == published.end()) return {place_of(published).file};
        std::vector<std::string> files;
        for (const Json& each : *claims)
            files.push_back(place_of(each).file);
        return files;
    }

    void count_rows(const Json& published) {
        for (const std::string& each : files_of(published))
            ++changes_.published_rows[each];
    }

    /// Whether what is there now, or is not, only tells that a file could not be read: its own, or
    /// that of the entity it belongs to.
    template <class Record>
    bool is_unknown(const Json& published, const Record* now) {
        if (changes_.unreadable.empty()) return false;
        const auto is_unreadable = [&](const std::string& file) {
            return std::ranges::find(changes_.unreadable, file, &UnreadableFile::file) !=
                   changes_.unreadable.end();
        };
        bool is_unknown = std::ranges::any_of(files_of(published), is_unreadable);
        for (const char* key : {"holder", "maker"})
            is_unknown |= !now && unknown_ids_.contains(text_at(published, key));
        if (is_unknown) unknown_ids_.insert(text_at(published, "id"));
        return is_unknown;
    }

    RecordChange gone(const Json& published) const {
        RecordChange change;
        change.id = text_at(published, "id");
        change.name = text_at(published, published.contains("name") ? "name" : "holder_name");
        change.place = place_of(published);
        if (const auto merged = merged_certificates_.find(change.id);
            merged != merged_certificates_.end()) {
            change.moved_to = merged->second;
            change.why = "ten sam certyfikat, jego zapisy połączono";
        }
        for (const Json& each : retired_ids_) {
            if (text_at(each, "id") != change.id) continue;
            change.moved_to = text_at(each, "moved_to");
            change.why = text_at(each, "why");
        }
        return change;
    }

    const ServedGeneration& served_;
    ChangeSet& changes_;
    const Json& retired_ids_;
    const std::map<std::string, std::string>& merged_certificates_;
    const Progress& progress_;
    std::unordered_set<std::string> unknown_ids_;
};

void add_what_is_only_loaded(const LoadedCatalogue& loaded, ChangeSet& changes) {
    for (const LinkOutcome& each : loaded.links)
        if (each.band == Band::ambiguous) changes.undecided.push_back(each);
    for (const Diagnostic& each : loaded.diagnostics)
        if (each.severity == Severity::error) changes.rejected.push_back(each);
    for (const SourceCount& each : loaded.sources) {
        changes.rejected_rows += each.rejected;
        if (each.is_readable) continue;
        const auto why = std::ranges::find(changes.rejected, each.file, &Diagnostic::file);
        changes.unreadable.push_back(
            {each.file, why == changes.rejected.end() ? "" : format(*why), 0});
    }
}

}  // namespace

ChangeSet find_changes(const ServedGeneration* served, const LoadedCatalogue& loaded, Day today,
                       const Progress& progress) {
    const Catalogue& catalogue = loaded.catalogue;
    ChangeSet changes;
    changes.today = today;
    add_what_is_only_loaded(loaded, changes);
    changes.entities.after = catalogue.entities.size();
    changes.certificates.after = catalogue.certificates.size();
    changes.products.after = catalogue.products.size();
    if (!served) return changes;

    const GenerationHold hold(served->directory);
    changes.against = served->manifest.generation;
    changes.published_on = day_of(served->manifest);
    changes.is_new_program = served->manifest.schema_fingerprint != schema_fingerprint();

    const std::string references = encode(catalogue.references);
    const Json retired_ids = Json::parse(references).value("retired_ids", Json::array());
    changes.lists = list_changes(read_file(served->directory / kReferencesFile), references);

    RecordComparison comparison(*served, changes, retired_ids, loaded, progress);
    const auto pass_over = [](const void* /*record*/, const Json* /*published*/) {};
    comparison.run(DocumentType::entity, catalogue.entities, changes.entities, pass_over);
    comparison.run(DocumentType::product, catalogue.products, changes.products, pass_over);
    CertificateChangeFinder history(loaded, changes.published_on, today);
    comparison.run(DocumentType::certificate, catalogue.certificates, changes.certificates,
                   [&](const Certificate* certificate, const Json* published) {
                       history.add(certificate, published);
                   });
    changes.certificate_events = history.changes();
    for (UnreadableFile& each : changes.unreadable)
        each.published = changes.published_rows[each.file];
    return changes;
}

Day day_of(const Manifest& manifest) {
    const auto moment = built_moment(manifest);
    if (!moment)
        throw Error(ErrorCode::environment,
                    fmt::format("W manifeście generacji {} jest zła data: {}", manifest.generation,
                                manifest.built_at));
    return day_in_warsaw(*moment);
}

}  // namespace wespol
