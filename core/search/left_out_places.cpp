// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/left_out_places.h"

#include "core/analysis/code_points.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <variant>
#include <vector>

#include <fmt/format.h>

namespace wespol {
namespace {

constexpr std::string_view kOutside = "poza ";

bool is_preposition_of_place(std::string_view surface) {
    constexpr std::array<std::string_view, 17> kPrepositions{
        "w",    "we",   "z", "ze", "kolo", "pod", "od",   "obok", "in",
        "from", "near", "у", "в",  "з",    "із",  "біля", "під"};
    return std::find(kPrepositions.begin(), kPrepositions.end(), surface) != kPrepositions.end();
}

struct Words {
    std::vector<Lemmas> lemmas;
    std::vector<std::string> surfaces;
    std::vector<std::size_t> begins;  ///< bytes of the text
};

Words words_in_text(std::string_view text, const Analyzer& analyzer) {
    Words words;
    for (AnalyzedWord& each : analyzer.analyze(text)) {
        words.lemmas.push_back(std::move(each.lemmas));
        words.surfaces.push_back(std::move(each.surface));
        words.begins.push_back(each.token.begin);
    }
    return words;
}

/// How many bytes of a text behind a minus stand before the place that begins it; npos: no place
/// of this kind does. A place alone ("-Konin") is excluded as it stands.
std::size_t bytes_before_place(std::string_view text, const IndexSnapshot& snapshot) {
    constexpr std::size_t kLongestBeginning = 120;
    const Words words =
        words_in_text(cut_at_code_point(text, kLongestBeginning), snapshot.analyzer());
    if (words.surfaces.empty() || words.begins.front() != 0) return std::string_view::npos;
    const std::size_t name = is_preposition_of_place(words.surfaces.front()) ? 1 : 0;
    if (name == words.surfaces.size()) return std::string_view::npos;
    const FoundPlaces found = snapshot.places().longest_at(words.lemmas, words.surfaces, name);
    const bool is_place = name > 0 ? found.count > 0 && !found.is_region : !found.areas.empty();
    return is_place ? words.begins[name] : std::string_view::npos;
}

}  // namespace

std::string with_minus_before_place_as_word(std::string text, const IndexSnapshot& snapshot) {
    constexpr std::size_t kMostRead = 8;  // of what is left out
    std::size_t read = 0;
    for (std::size_t at = text.find('-'); at != std::string::npos && read < kMostRead;
         at = text.find('-', at + 1)) {
        if (at > 0 && text[at - 1] != ' ') continue;
        ++read;
        const std::size_t before =
            bytes_before_place(std::string_view(text).substr(at + 1), snapshot);
        if (before != std::string_view::npos) text.replace(at, 1 + before, kOutside);
    }
    return text;
}

std::string written_area(const Region& region, const Area& area) {
    if (const County* county = region.county(area.code); area.field == FieldId::county && county)
        return fmt::format("powiat {}", county->name);
    const Municipality* municipality = region.municipality(area.code);
    if (area.field == FieldId::municipality && municipality)
        return fmt::format("gmina {}", municipality->name);
    const Subregion* subregion = region.subregion(area.code);
    return fmt::format("subregion {}", subregion ? subregion->labels.front() : area.code);
}

QueryTree with_excluded_areas(QueryTree tree, const IndexSnapshot& snapshot) {
    for (QueryClause& clause : tree.clauses) {
        if (!clause.excluded || !std::holds_alternative<QueryPhrase>(clause.what)) continue;
        const Words words = words_in_text(clause.written, snapshot.analyzer());
        if (words.lemmas.empty()) continue;
        const FoundPlaces found = snapshot.places().longest_at(words.lemmas, words.surfaces, 0);
        if (found.count != words.lemmas.size() || found.areas.empty()) continue;
        QueryConcept areas;
        for (const Area& each : found.areas)
            areas.concepts.push_back({each.field, each.code});
        clause.what = std::move(areas);
    }
    return tree;
}

}  // namespace wespol
