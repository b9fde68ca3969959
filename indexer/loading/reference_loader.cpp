// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/loading/reference_loader.h"

#include "core/support/error.h"
#include "indexer/loading/site_operator_loader.h"
#include "indexer/mapping/guidance_mapper.h"
#include "indexer/mapping/region_mapper.h"
#include "indexer/mapping/vocabulary_mapper.h"
#include "indexer/source/json_lines_reader.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace wespol {
namespace {

template <class T>
using Mapper = std::optional<T> (*)(const SourceRecord&, Diagnostics&);

struct VocabularyFile {
    const char* name = "";
    Vocabulary References::*member = nullptr;
    Mapper<Concept> map = map_concept;
};

constexpr std::array kVocabularies{
    VocabularyFile{"industry", &References::industry},
    VocabularyFile{"legal_form", &References::legal_form},
    VocabularyFile{"target_group", &References::target_group},
    VocabularyFile{"brand", &References::brand},
    VocabularyFile{"mark", &References::mark},
    VocabularyFile{"status", &References::status},
    VocabularyFile{"activity", &References::activity},
    VocabularyFile{"certificate_state", &References::certificate_state},
    VocabularyFile{"product_kind", &References::product_kind},
    VocabularyFile{"cpv", &References::cpv, map_cpv_code},
};

[[noreturn]] void refuse(const std::string& message) {
    throw Error(
        ErrorCode::data_rejected, message,
        "Bez pełnych słowników i tabel regionu nic nie zostanie opublikowane; popraw plik i "
        "uruchom polecenie jeszcze raz.");
}

template <class T>
std::vector<T> load_table(const std::filesystem::path& directory, const std::string& file,
                          Mapper<T> map, Diagnostics& diagnostics) {
    Diagnostics found;
    std::vector<T> rows;
    read_json_lines(directory / file, file, found, [&](const SourceRecord& record) {
        if (auto row = map(record, found)) rows.push_back(std::move(*row));
    });
    const auto error = std::find_if(found.begin(), found.end(), [](const Diagnostic& each) {
        return each.severity == Severity::error;
    });
    if (error != found.end()) {
        const std::size_t others = count(found, Severity::error) - 1;
        refuse(format(*error) + (others > 0 ? fmt::format(" (i {} dalszych)", others) : ""));
    }
    if (rows.empty()) refuse(fmt::format("{}: plik jest pusty", file));
    diagnostics.insert(diagnostics.end(), found.begin(), found.end());
    return rows;
}

/// Guidance and sources of CPV: a folder may have none, a wrong line is never half told.
template <class T>
std::vector<T> load_optional_table(const std::filesystem::path& directory, const std::string& file,
                                   Mapper<T> map, Diagnostics& diagnostics) {
    if (!std::filesystem::exists(directory / file)) return {};
    return load_table(directory, file, map, diagnostics);
}

template <class T>
T accepted(const std::string& file, Result<T> made) {
    if (!made) refuse(fmt::format("{}: {}", file, made.error().message));
    return std::move(*made);
}

}  // namespace

void load_references(const std::filesystem::path& directory, References& references,
                     Diagnostics& diagnostics) {
    for (const auto& [name, member, map] : kVocabularies) {
        const std::string file = fmt::format("vocabulary/{}.jsonl", name);
        references.*member =
            accepted(file, Vocabulary::make(name, load_table(directory, file, map, diagnostics)));
    }
    references.cpv_sources =
        load_optional_table(directory, "vocabulary/cpv_sources.jsonl", map_cpv_source, diagnostics);
    for (const Concept& each : references.cpv.concepts())
        for (const std::string& source : each.sources)
            if (!references.cpv_source(source))
                refuse(
                    fmt::format("vocabulary/cpv.jsonl: kod {} wskazuje źródło „{}”, którego nie "
                                "ma w vocabulary/cpv_sources.jsonl",
                                each.code, source));
    references.abbreviations =
        load_table(directory, "vocabulary/abbreviations.jsonl", map_abbreviation, diagnostics);
    // In the order of reference, so that a missing file is named before what depends on it.
    auto subregions = load_table(directory, "region/subregions.jsonl", map_subregion, diagnostics);
    auto counties = load_table(directory, "region/counties.jsonl", map_county, diagnostics);
    auto municipalities =
        load_table(directory, "region/municipalities.jsonl", map_municipality, diagnostics);
    auto localities = load_table(directory, "region/localities.jsonl", map_locality, diagnostics);
    auto postal_codes =
        load_table(directory, "region/postal_codes.jsonl", map_postal_code, diagnostics);
    auto place_names =
        load_table(directory, "region/place_names.jsonl", map_place_name, diagnostics);
    references.region =
        accepted("region", Region::make(std::move(subregions), std::move(counties),
                                        std::move(municipalities), std::move(localities),
                                        std::move(postal_codes), std::move(place_names)));
    references.thresholds =
        load_optional_table(directory, "guidance/thresholds.jsonl", map_threshold, diagnostics);
    references.guidance =
        load_optional_table(directory, "guidance/notes.jsonl", map_guidance_note, diagnostics);
    references.site_operator = load_site_operator(directory);
}

}  // namespace wespol
