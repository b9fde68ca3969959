// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/report/build_report.h"

#include "indexer/linking/evidence_json.h"
#include "indexer/report/polish_count.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

namespace wespol {
namespace {

using Json = nlohmann::ordered_json;

constexpr Noun kEntities{"podmiot", "podmioty", "podmiotów"};
constexpr Noun kCertificates{"certyfikat", "certyfikaty", "certyfikatów"};
constexpr Noun kProducts{"produkt", "produkty", "produktów"};
constexpr Noun kBrands{"marka", "marki", "marek"};
constexpr Noun kCentres{"ośrodek wsparcia", "ośrodki wsparcia", "ośrodków wsparcia"};
constexpr Noun kAwards{"wyróżnienie gminy", "wyróżnienia gmin", "wyróżnień gmin"};
constexpr Noun kIndustries{"branża", "branże", "branż"};
constexpr Noun kGroups{"grupa odbiorców", "grupy odbiorców", "grup odbiorców"};
constexpr Noun kCounties{"powiat", "powiaty", "powiatów"};
constexpr Noun kMunicipalities{"gmina", "gminy", "gmin"};
constexpr Noun kLocalities{"miejscowość", "miejscowości", "miejscowości"};
constexpr Noun kRecords{"rekord", "rekordy", "rekordów"};
constexpr Noun kWarnings{"ostrzeżenie", "ostrzeżenia", "ostrzeżeń"};
constexpr Noun kNotes{"uwaga", "uwagi", "uwag"};

/// A share of the entities that have something.
struct Coverage {
    const char* name;
    bool (*has)(const Entity&);
};

constexpr std::array kCoverage{
    Coverage{"krs", [](const Entity& e) { return e.krs.has_value(); }},
    Coverage{"nip", [](const Entity& e) { return e.nip.has_value(); }},
    Coverage{"regon", [](const Entity& e) { return e.regon.has_value(); }},
    Coverage{"street", [](const Entity& e) { return e.street.has_value(); }},
    Coverage{"town", [](const Entity& e) { return e.town.has_value(); }},
    Coverage{"municipality", [](const Entity& e) { return e.municipality.has_value(); }},
    Coverage{"county", [](const Entity& e) { return e.county.has_value(); }},
    Coverage{"location", [](const Entity& e) { return e.location.has_value(); }},
    Coverage{"phone", [](const Entity& e) { return e.phone.has_value(); }},
    Coverage{"email", [](const Entity& e) { return e.email.has_value(); }},
    Coverage{"website", [](const Entity& e) { return e.website.has_value(); }},
    Coverage{"industries", [](const Entity& e) { return !e.industries.empty(); }},
    Coverage{"target_groups", [](const Entity& e) { return !e.target_groups.empty(); }},
    Coverage{"offer", [](const Entity& e) { return !e.offer.empty(); }},
    Coverage{"description", [](const Entity& e) { return e.description.has_value(); }},
    Coverage{"activity", [](const Entity& e) { return e.activity.has_value(); }},
    Coverage{"as_of", [](const Entity& e) { return e.provenance.as_of.has_value(); }},
    Coverage{"sources", [](const Entity& e) { return !e.provenance.urls.empty(); }},
};

Json coverage(const std::vector<Entity>& entities) {
    Json json = Json::object();
    for (const auto& [name, has] : kCoverage)
        json[name] = std::count_if(entities.begin(), entities.end(), has);
    return json;
}

Json counts(const Catalogue& catalogue) {
    const References& references = catalogue.references;
    return {{"entities", catalogue.entities.size()},
            {"certificates", catalogue.certificates.size()},
            {"certificate_editions", references.editions.size()},
            {"products", catalogue.products.size()},
            {"brands", references.brands.size()},
            {"support_centres", references.support_centres.size()},
            {"awards", references.awards.size()}};
}

/// Words that no vocabulary knows, with the number of entities that use them.
Json unknown_words(const std::vector<Entity>& entities, const Vocabulary& vocabulary,
                   std::vector<std::string> Entity::*words) {
    std::map<std::string, std::size_t> uses;
    for (const Entity& entity : entities)
        for (const std::string& word : entity.*words)
            if (!vocabulary.find_by_word(word)) ++uses[word];
    return uses.empty() ? Json::object() : Json(uses);
}

Json as_json(const Diagnostic& diagnostic) {
    constexpr std::array<const char*, 3> severities{"note", "warning", "error"};
    return {{"severity", severities[static_cast<std::size_t>(diagnostic.severity)]},
            {"file", diagnostic.file},
            {"sheet", diagnostic.sheet},
            {"row", diagnostic.row},
            {"field", diagnostic.field},
            {"value", diagnostic.value},
            {"message", diagnostic.message},
            {"advice", diagnostic.advice}};
}

/// "nieprawidłowa data, pominięto [founded]: 3 (sources/entities.jsonl:4, …:9)"
std::vector<std::string> lines_by_kind(const Diagnostics& diagnostics, Severity severity) {
    constexpr std::size_t most_kinds = 6;
    constexpr std::size_t most_places = 3;
    std::map<std::string, std::vector<const Diagnostic*>> kinds;
    for (const Diagnostic& each : diagnostics)
        if (each.severity == severity) {
            const std::string field = each.field.substr(0, each.field.find('['));
            kinds[field.empty() ? each.message : each.message + " (" + field + ")"].push_back(
                &each);
        }
    std::vector<std::pair<std::string, std::vector<const Diagnostic*>>> by_size(kinds.begin(),
                                                                                kinds.end());
    std::stable_sort(by_size.begin(), by_size.end(), [](const auto& a, const auto& b) {
        return a.second.size() > b.second.size();
    });
    std::vector<std::string> lines;
    for (const auto& [kind, found] : by_size) {
        if (lines.size() == most_kinds) {
            lines.push_back(
                fmt::format("  – oraz {} innych rodzajów", by_size.size() - most_kinds));
            break;
        }
        std::vector<std::string> places;
        for (std::size_t i = 0; i < std::min(found.size(), most_places); ++i)
            places.push_back(found[i]->row > 0 ? fmt::format("{}:{}", found[i]->file, found[i]->row)
                                               : found[i]->file);
        lines.push_back(fmt::format("  – {}: {} ({}{})", kind, found.size(),
                                    fmt::join(places, ", "),
                                    found.size() > most_places ? ", …" : ""));
    }
    return lines;
}

void append(std::vector<std::string>& lines, std::vector<std::string> more) {
    lines.insert(lines.end(), std::make_move_iterator(more.begin()),
                 std::make_move_iterator(more.end()));
}

}  // namespace

std::string report_json(const LoadedCatalogue& loaded, const std::string& changes) {
    const Catalogue& catalogue = loaded.catalogue;
    Json json;
    json["counts"] = counts(catalogue);
    json["sources"] = Json::array();
    for (const SourceCount& each : loaded.sources)
        json["sources"].push_back(
            {{"file", each.file}, {"rows", each.rows}, {"rejected", each.rejected}});
    json["coverage"] = coverage(catalogue.entities);
    json["unknown_words"] = {
        {"industries",
         unknown_words(catalogue.entities, catalogue.references.industry, &Entity::industry_words)},
        {"target_groups", unknown_words(catalogue.entities, catalogue.references.target_group,
                                        &Entity::target_group_words)}};
    json["links"] = Json::parse(outcomes_json(loaded.links));
    json["diagnostics"] = Json::array();
    for (const Diagnostic& each : loaded.diagnostics)
        json["diagnostics"].push_back(as_json(each));
    json["changes"] = Json::parse(changes);
    return json.dump(2) + "\n";
}

std::vector<std::string> summary_lines(const LoadedCatalogue& loaded) {
    const Catalogue& catalogue = loaded.catalogue;
    const References& references = catalogue.references;
    const Region& region = references.region;
    std::vector<std::string> lines;
    lines.push_back(fmt::format("Wczytano: {}, {}, {}.",
                                counted(catalogue.entities.size(), kEntities),
                                counted(catalogue.certificates.size(), kCertificates),
                                counted(catalogue.products.size(), kProducts)));
    lines.push_back(fmt::format("Do tego: {}, {}, {}.", counted(references.brands.size(), kBrands),
                                counted(references.support_centres.size(), kCentres),
                                counted(references.awards.size(), kAwards)));
    lines.push_back(fmt::format("Słowniki i region: {}, {}, {}, {}, {}.",
                                counted(references.industry.concepts().size(), kIndustries),
                                counted(references.target_group.concepts().size(), kGroups),
                                counted(region.counties().size(), kCounties),
                                counted(region.municipalities().size(), kMunicipalities),
                                counted(region.localities().size(), kLocalities)));

    const auto with = [&](auto has) {
        return std::count_if(catalogue.entities.begin(), catalogue.entities.end(), has);
    };
    lines.push_back(
        fmt::format("Podmioty z branżą: {}, z numerem KRS lub NIP: {}, z miejscem na mapie: {}.",
                    with([](const Entity& e) { return !e.industries.empty(); }),
                    with([](const Entity& e) { return e.krs || e.nip; }),
                    with([](const Entity& e) { return e.location.has_value(); })));

    std::size_t rejected = 0;
    for (const SourceCount& each : loaded.sources)
        rejected += each.rejected;
    lines.push_back(rejected == 0 ? "Odrzucone rekordy: brak."
                                  : fmt::format("Odrzucono {}:", counted(rejected, kRecords)));
    append(lines, lines_by_kind(loaded.diagnostics, Severity::error));

    const std::size_t warnings = count(loaded.diagnostics, Severity::warning);
    const std::size_t notes = count(loaded.diagnostics, Severity::note);
    const std::string with_notes = notes > 0 ? " i " + counted(notes, kNotes) : "";
    lines.push_back(warnings + notes == 0
                        ? "Ostrzeżenia: brak."
                        : fmt::format("{}{}:", counted(warnings, kWarnings), with_notes));
    append(lines, lines_by_kind(loaded.diagnostics, Severity::warning));
    append(lines, lines_by_kind(loaded.diagnostics, Severity::note));
    return lines;
}

}  // namespace wespol
