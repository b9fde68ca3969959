// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/loading/catalogue_loader.h"

#include "core/support/error.h"
#include "indexer/loading/reference_loader.h"
#include "indexer/mapping/brand_mapper.h"
#include "indexer/mapping/certificate_mapper.h"
#include "indexer/mapping/entity_mapper.h"
#include "indexer/mapping/support_mapper.h"
#include "indexer/source/json_lines_reader.h"

#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

class Loader {
  public:
    Loader(const std::filesystem::path& directory, LoadedCatalogue& loaded)
        : directory_(directory), loaded_(loaded) {}

    /// Maps every row of a source; of two records with the same key the first one stays.
    template <class T, class Map>
    std::vector<T> load(const std::string& file, std::string T::*key, Map map) {
        std::vector<T> kept;
        std::map<std::string, std::size_t> row_of_key;
        const auto take = [&](const SourceRecord& record) {
            std::optional<T> mapped = map(record);
            if (!mapped) return;
            const auto [first, is_new] = row_of_key.emplace((*mapped).*key, record.row);
            if (is_new)
                kept.push_back(std::move(*mapped));
            else
                loaded_.diagnostics.push_back(
                    {Severity::error, file, record.row, "", first->first,
                     "identyfikator się powtarza",
                     fmt::format("pierwszy raz w wierszu {}", first->second)});
        };
        const std::size_t rows =
            read_json_lines(directory_ / file, file, loaded_.diagnostics, take);
        loaded_.sources.push_back({file, rows, rows - kept.size()});
        return kept;
    }

  private:
    const std::filesystem::path& directory_;
    LoadedCatalogue& loaded_;
};

IdSet ids_of(const std::vector<Entity>& entities) {
    IdSet ids;
    for (const Entity& each : entities)
        ids.insert(each.id);
    return ids;
}

void add(Diagnostics& diagnostics, Severity severity, const Entity& entity, std::string field,
         std::string value, std::string message, std::string advice) {
    diagnostics.push_back({severity, entity.provenance.file, entity.provenance.row,
                           std::move(field), std::move(value), std::move(message),
                           std::move(advice)});
}

/// An operator may stand further down in the file than its unit.
void check_operators(std::vector<Entity>& entities, const IdSet& ids, Diagnostics& diagnostics) {
    for (Entity& each : entities) {
        if (!each.operator_id || ids.contains(*each.operator_id)) continue;
        add(diagnostics, Severity::warning, each, "operator_id", *each.operator_id,
            "nie ma takiego podmiotu, pominięto", "sprawdź identyfikator");
        each.operator_id.reset();
    }
}

/// Nothing is merged here: an office may well keep a unit and its operator under one number.
void note_shared_numbers(const std::vector<Entity>& entities, const char* field,
                         std::optional<std::string> Entity::*number, Diagnostics& diagnostics) {
    std::map<std::string, std::string> first_holder;
    for (const Entity& each : entities) {
        if (!(each.*number)) continue;
        const auto [holder, is_new] = first_holder.emplace(*(each.*number), each.id);
        if (!is_new)
            add(diagnostics, Severity::note, each, field, *(each.*number),
                "ten sam numer ma inny podmiot",
                fmt::format("sprawdź, czy to nie „{}”", holder->second));
    }
}

void check_subregion_centres(const References& references, Diagnostics& diagnostics) {
    for (const Subregion& each : references.region.subregions())
        if (each.support_centre && !references.support_centre(*each.support_centre))
            diagnostics.push_back({Severity::warning, "region/subregions.jsonl", 0,
                                   "support_centre", *each.support_centre,
                                   "nie ma takiego ośrodka wsparcia",
                                   "ośrodki są w sources/support_centres.jsonl"});
}

}  // namespace

LoadedCatalogue load_catalogue(const std::filesystem::path& directory) {
    LoadedCatalogue loaded;
    Catalogue& catalogue = loaded.catalogue;
    References& references = catalogue.references;
    Diagnostics& diagnostics = loaded.diagnostics;
    load_references(directory, references, diagnostics);

    Loader loader(directory, loaded);
    catalogue.entities = loader.load(
        "sources/entities.jsonl", &Entity::id,
        [&](const SourceRecord& record) { return map_entity(record, references, diagnostics); });
    const IdSet ids = ids_of(catalogue.entities);
    check_operators(catalogue.entities, ids, diagnostics);
    note_shared_numbers(catalogue.entities, "krs", &Entity::krs, diagnostics);
    note_shared_numbers(catalogue.entities, "nip", &Entity::nip, diagnostics);

    references.editions =
        loader.load("sources/certificate_editions.jsonl", &CertificateEdition::code,
                    [&](const SourceRecord& record) {
                        return map_certificate_edition(record, references, diagnostics);
                    });
    catalogue.certificates = loader.load(
        "sources/certificates.jsonl", &Certificate::id, [&](const SourceRecord& record) {
            return map_certificate(record, references, ids, diagnostics);
        });
    references.brands =
        loader.load("sources/brands.jsonl", &Brand::code, [&](const SourceRecord& record) {
            return map_brand(record, references, ids, diagnostics);
        });
    catalogue.products =
        loader.load("sources/products.jsonl", &Product::id, [&](const SourceRecord& record) {
            return map_product(record, references, ids, diagnostics);
        });
    references.support_centres = loader.load(
        "sources/support_centres.jsonl", &SupportCentre::id, [&](const SourceRecord& record) {
            return map_support_centre(record, references, ids, diagnostics);
        });
    references.awards = loader.load(
        "sources/awards.jsonl", &MunicipalAward::id,
        [&](const SourceRecord& record) { return map_award(record, references, diagnostics); });
    check_subregion_centres(references, diagnostics);
    return loaded;
}

void refuse_unfit(const LoadedCatalogue& loaded) {
    for (const SourceCount& each : loaded.sources) {
        const double share = static_cast<double>(each.rejected) / static_cast<double>(each.rows);
        if (each.rejected >= kFewRejected && share > kMostRejectedShare)
            throw Error(ErrorCode::data_rejected,
                        fmt::format("{}: odrzucono {} z {} rekordów, to za dużo, by publikować",
                                    each.file, each.rejected, each.rows),
                        "Sprawdź, czy to właściwy plik, i popraw wiersze wymienione wyżej.");
    }
    if (loaded.catalogue.entities.empty())
        throw Error(ErrorCode::data_rejected, "sources/entities.jsonl: nie ma ani jednego podmiotu",
                    "Sprawdź, czy --data wskazuje właściwy katalog.");
}

}  // namespace wespol
