// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/loading/catalogue_loader.h"

#include "core/support/error.h"
#include "core/support/files.h"
#include "indexer/loading/reference_loader.h"
#include "indexer/loading/source_files.h"
#include "indexer/mapping/brand_mapper.h"
#include "indexer/mapping/certificate_mapper.h"
#include "indexer/mapping/entity_mapper.h"
#include "indexer/mapping/support_mapper.h"
#include "indexer/merging/certificate_likeness.h"
#include "indexer/merging/entity_contradictions.h"
#include "indexer/merging/entity_lists.h"
#include "indexer/merging/retired_ids.h"

#include <algorithm>
#include <initializer_list>
#include <map>
#include <optional>
#include <utility>
#include <variant>

#include <fmt/format.h>

namespace wespol {
namespace {

class Loader {
  public:
    Loader(SourceFiles& files, LoadedCatalogue& loaded, const Progress& progress)
        : files_(files), loaded_(loaded), progress_(progress) {}

    /// Maps every row of the files of a source; of two records with the same key the first stays.
    template <class T, class Map>
    std::vector<T> load(std::string_view source, std::string T::*key, Map map) {
        std::vector<T> kept;
        PlacesOfKeys place_of_key;
        const auto keep = [&](const SourceRecord& record, T made) {
            note_made_id(record, made);
            kept.push_back(std::move(made));
        };
        for (const std::string& file : files_of(source))
            read<T>(file, source, key, map, keep, place_of_key);
        return kept;
    }

    /// The same, file by file: a record may stand in several.
    template <class Map>
    std::vector<EntityList> load_lists(Map map) {
        std::vector<EntityList> lists;
        for (const char* source : {"entities", "opp"})
            for (const std::string& file :
                 source == kMainList ? files_of(source) : files_.of(source)) {
                EntityList list{source, {}};
                PlacesOfKeys place_of_key;
                const auto keep = [&](const SourceRecord& record, Entity entity) {
                    list.made_ids.push_back(made_id(record, entity));
                    list.entities.push_back(std::move(entity));
                };
                read<Entity>(file, source, &Entity::id, map, keep, place_of_key);
                lists.push_back(std::move(list));
            }
        return lists;
    }

  private:
    static constexpr std::string_view kMainList = "entities";

    struct Place {
        std::string file;
        std::size_t row = 0;
        std::string sheet;
        std::string day;  ///< of the grant, of a certificate
    };
    using PlacesOfKeys = std::map<std::string, Place>;

    /// A source must be there: the reader says when it is not.
    std::vector<std::string> files_of(std::string_view source) const {
        std::vector<std::string> files = files_.of(source);
        if (files.empty()) files.push_back(fmt::format("sources/{}.jsonl", source));
        return files;
    }

    static std::string day_of(const Certificate& certificate) {
        return certificate.granted_on ? certificate.granted_on->text() : "";
    }
    template <class T>
    static std::string day_of(const T& /*has_none*/) {
        return "";
    }

    void note_made_id(const SourceRecord& record, const Certificate& certificate) {
        if (!record.made_id.empty()) loaded_.made_certificate_ids.insert(certificate.id);
    }
    template <class T>
    void note_made_id(const SourceRecord& /*record*/, const T& /*has_none*/) {}

    /// Rows of two lists whose ids were made of the same words: the later one gets another, and
    /// merge_certificates() tells whether they are one. Without days nobody could.
    static void make_id_distinct(const SourceRecord& record, const PlacesOfKeys& places,
                                 Certificate& certificate) {
        const auto first = places.find(certificate.id);
        const bool is_first = first == places.end() || first->second.file == record.file;
        if (record.made_id.empty() || is_first || !certificate.granted_on) return;
        const auto day = PartialDate::parse(first->second.day);
        if (!day || !can_be_one_day(*day, *certificate.granted_on)) return;
        for (std::size_t serial = 2; places.contains(certificate.id); ++serial)
            certificate.id = fmt::format("{}-{}", record.made_id, serial);
    }
    template <class T>
    static void make_id_distinct(const SourceRecord& /*record*/, const PlacesOfKeys& /*places*/,
                                 T& /*has_own*/) {}

    /// A row of JSON may leave its id to its number.
    static std::string made_id(const SourceRecord& record, const Entity& entity) {
        const auto given = std::ranges::find(record.fields, "id", &SourceMember::key);
        const bool is_given =
            given != record.fields.end() && std::holds_alternative<std::string>(given->value.value);
        return is_given ? record.made_id : entity.id;
    }

    template <class T, class Map, class Keep>
    void read(const std::string& file, std::string_view source, std::string T::*key, Map map,
              Keep keep, PlacesOfKeys& place_of_key) {
        SourceCount count{file};
        std::size_t accepted = 0;
        ProgressStage stage(progress_, Phase::reading, 0, file);
        const auto take = [&](const SourceRecord& record) {
            stage.advance();
            std::optional<T> mapped = map(record);
            if (!mapped) return;
            make_id_distinct(record, place_of_key, *mapped);
            const Place here{file, record.row, record.sheet, day_of(*mapped)};
            const auto [first, is_new] = place_of_key.emplace((*mapped).*key, here);
            const bool is_elsewhere = first->second.file != file;
            if (is_new || is_elsewhere) ++accepted;
            if (is_new)
                keep(record, std::move(*mapped));
            else
                tell_second(record, first->first, first->second, here);
        };
        const auto [rows, is_readable] =
            files_.read(files_.path_of(file), file, source, loaded_.diagnostics, take);
        count.rows = rows;
        count.rejected = rows - accepted;
        count.is_readable = is_readable;
        loaded_.sources.push_back(std::move(count));
    }

    void tell_second(const SourceRecord& record, const std::string& id, const Place& first,
                     const Place& second) {
        const auto tell = [&](Severity severity, std::string message, std::string advice) {
            loaded_.diagnostics.push_back({severity, record.file, record.row, "", id,
                                           std::move(message), std::move(advice), record.sheet});
        };
        const std::string where = place_text(first.file, first.row, first.sheet);
        const std::string row = row_text(first.row, first.sheet);
        if (first.file != second.file && first.day == second.day)
            tell(Severity::note, "ten rekord jest już w innym pliku, zostaje tamten", where);
        else if (first.file != second.file)
            tell(Severity::warning,
                 fmt::format("ten certyfikat jest już w innym pliku z inną datą ({}, tu {}), "
                             "zostaje tamten",
                             first.day, second.day),
                 fmt::format("popraw datę tam: {}; jeśli to drugi certyfikat, dopisz kolumnę "
                             "„Identyfikator”",
                             where));
        else if (record.made_id.empty())
            tell(Severity::error, "identyfikator się powtarza",
                 fmt::format("pierwszy raz: {}; popraw jeden z nich", row));
        else
            tell(Severity::error, "ten sam wiersz stoi na liście drugi raz",
                 fmt::format("pierwszy raz: {}; usuń jeden z nich", row));
    }

    SourceFiles& files_;
    LoadedCatalogue& loaded_;
    const Progress& progress_;
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
                           std::move(advice), entity.provenance.sheet.value_or("")});
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

void note_unknown_files(const SourceFiles& files, Diagnostics& diagnostics) {
    for (const std::string& each : files.unknown()) {
        NameProblem problem = problem_of_name(each);
        diagnostics.push_back({Severity::warning, each, 0, "", "", std::move(problem.message),
                               std::move(problem.advice)});
    }
}

/// Merges the lists and gives the ids that other records may name: those of entities and those that
/// lead to one.
IdSet take_entities(std::vector<EntityList> lists, const std::filesystem::path& directory,
                    const std::filesystem::path& dictionary, const Progress& progress,
                    LoadedCatalogue& loaded) {
    References& references = loaded.catalogue.references;
    make_ids_distinct(lists);
    for (const EntityList& list : lists)
        for (const Entity& each : list.entities)
            for (std::string& subject : subjects_of(linkage_record(each)))
                loaded.subjects.insert(std::move(subject));
    const EntityContradictions contradictions(lists, loaded.decisions);
    const MergeRules rules = MergeRules::load(directory, loaded.diagnostics);
    const MergeContext context{references.region, rules, loaded.decisions,
                               [&] {
                                   return Analyzer::open(dictionary.empty()
                                                             ? resource_directory() / "polish.dict"
                                                             : dictionary);
                               },
                               progress};
    MergedLists merged = merge_lists(std::move(lists), context, loaded.diagnostics);
    contradictions.tell(merged, loaded.diagnostics);
    loaded.catalogue.entities = std::move(merged.entities);
    loaded.links = std::move(merged.links);
    IdSet ids = ids_of(loaded.catalogue.entities);
    references.retired_ids =
        load_retired_ids(directory, std::move(merged.moved), ids, loaded.diagnostics);
    for (const RetiredId& each : references.retired_ids)
        if (each.moved_to) ids.insert(each.id);
    return ids;
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

LoadedCatalogue load_catalogue(const std::filesystem::path& directory,
                               const std::filesystem::path& dictionary, const Progress& progress) {
    LoadedCatalogue loaded;
    Catalogue& catalogue = loaded.catalogue;
    References& references = catalogue.references;
    Diagnostics& diagnostics = loaded.diagnostics;
    load_references(directory, references, diagnostics);

    SourceFiles files(directory, dictionary, references);
    note_unknown_files(files, diagnostics);
    Loader loader(files, loaded, progress);
    loaded.decisions = Decisions::load(directory, diagnostics);
    const IdSet ids = take_entities(loader.load_lists([&](const SourceRecord& record) {
        return map_entity(record, references, diagnostics);
    }),
                                    directory, dictionary, progress, loaded);
    check_operators(catalogue.entities, ids, diagnostics);
    note_shared_numbers(catalogue.entities, "krs", &Entity::krs, diagnostics);
    note_shared_numbers(catalogue.entities, "nip", &Entity::nip, diagnostics);

    references.editions = loader.load(
        "certificate_editions", &CertificateEdition::code, [&](const SourceRecord& record) {
            return map_certificate_edition(record, references, diagnostics);
        });
    catalogue.certificates =
        loader.load("certificates", &Certificate::id, [&](const SourceRecord& record) {
            return map_certificate(record, references, ids, diagnostics);
        });
    references.brands = loader.load("brands", &Brand::code, [&](const SourceRecord& record) {
        return map_brand(record, references, ids, diagnostics);
    });
    catalogue.products = loader.load("products", &Product::id, [&](const SourceRecord& record) {
        return map_product(record, references, ids, diagnostics);
    });
    references.support_centres =
        loader.load("support_centres", &SupportCentre::id, [&](const SourceRecord& record) {
            return map_support_centre(record, references, ids, diagnostics);
        });
    references.awards = loader.load("awards", &MunicipalAward::id, [&](const SourceRecord& record) {
        return map_award(record, references, diagnostics);
    });
    check_subregion_centres(references, diagnostics);
    follow_moved_ids(catalogue);
    return loaded;
}

}  // namespace wespol
