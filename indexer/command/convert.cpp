// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/error.h"
#include "core/support/files.h"
#include "indexer/command/commands.h"
#include "indexer/loading/catalogue_loader.h"
#include "indexer/loading/source_files.h"
#include "indexer/mapping/certificate_mapper.h"
#include "indexer/mapping/entity_mapper.h"
#include "indexer/source/json_writer.h"

#include <set>
#include <string>

#include <fmt/format.h>

namespace wespol {
namespace {

/// Whether the build would take the record; its diagnostics are those of the build.
class Check {
  public:
    Check(const Catalogue& catalogue, bool is_certificate, Diagnostics& diagnostics)
        : references_(catalogue.references),
          is_certificate_(is_certificate),
          diagnostics_(diagnostics) {
        for (const Entity& each : catalogue.entities)
            entities_.insert(each.id);
    }

    bool passes(const SourceRecord& record) {
        std::string id;
        if (is_certificate_) {
            auto certificate = map_certificate(record, references_, entities_, diagnostics_);
            if (!certificate) return false;
            id = certificate->id;
        } else {
            auto entity = map_entity(record, references_, diagnostics_);
            if (!entity) return false;
            id = entity->id;
        }
        if (ids_.insert(id).second) return true;
        diagnostics_.push_back({Severity::error, record.file, record.row, "", id,
                                "ten sam rekord jest w pliku drugi raz", "usuń jeden z wierszy",
                                record.sheet});
        return false;
    }

  private:
    const References& references_;
    bool is_certificate_;
    Diagnostics& diagnostics_;
    IdSet entities_, ids_;
};

}  // namespace

int convert(const Options& options, std::ostream& out, std::ostream& remarks) {
    const LoadedCatalogue loaded = load_catalogue(options.data, options.dictionary);
    const std::string name = options.file.filename().string();
    SourceFiles files(options.data, options.dictionary, loaded.catalogue.references);
    Diagnostics diagnostics;
    Check check(loaded.catalogue, options.profile == "certificates", diagnostics);
    std::string lines;
    std::size_t accepted = 0;
    const auto [rows, is_readable] = files.read(options.file, name, options.profile, diagnostics,
                                                [&](const SourceRecord& record) {
                                                    if (!check.passes(record)) return;
                                                    lines += to_json_line(record) + "\n";
                                                    ++accepted;
                                                });
    for (const Diagnostic& each : diagnostics)
        remarks << format(each) << '\n';
    if (!is_readable || accepted == 0)
        throw Error(ErrorCode::data_rejected,
                    is_readable ? fmt::format("{}: nie ma ani jednego dobrego rekordu", name)
                                : fmt::format("{}: pliku nie da się wczytać w całości", name),
                    "Popraw plik według uwag wyżej; niczego nie zapisano.");
    if (options.out)
        write_file_durably(*options.out, lines);
    else
        out << lines;
    remarks << fmt::format("Rekordy: {} z {}. Błędy: {}, ostrzeżenia: {}, uwagi: {}.\n", accepted,
                           rows, count(diagnostics, Severity::error),
                           count(diagnostics, Severity::warning),
                           count(diagnostics, Severity::note));
    // What was good is written; a program that calls us learns that some was not.
    return count(diagnostics, Severity::error) > 0 ? static_cast<int>(ErrorCode::data_rejected)
                                                   : kPublished;
}

}  // namespace wespol
