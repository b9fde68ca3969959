// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/report/build_report.h"

#include "core/support/files.h"
#include "indexer/report/polish_count.h"
#include "indexer/report/report_json.h"
#include "indexer/report/report_page.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace wespol {
namespace {

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
            places.push_back(place_text(found[i]->file, found[i]->row, found[i]->sheet));
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

KeptReport build_report(const LoadedCatalogue& loaded, const ChangeSet& changes,
                        std::string_view changes_text) {
    return {report_json(loaded, changes, changes_text), report_page(loaded, changes),
            quality_figures(loaded.catalogue, source_figures(loaded))};
}

void write_report(const std::filesystem::path& path, const KeptReport& report) {
    const bool is_page = path.extension() == ".html" || path.extension() == ".htm";
    write_file_durably(path, is_page ? report.page : report.json);
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
