// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/quality_figures.h"

#include "core/support/error.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <exception>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wespol {
namespace {

using Json = nlohmann::ordered_json;

/// The last day the facts can be of; where that is open, the first one.
std::optional<Day> day_of_facts(const Provenance& provenance) {
    if (!provenance.as_of) return std::nullopt;
    return provenance.as_of->latest() ? provenance.as_of->latest() : provenance.as_of->earliest();
}

/// Of an entity that several sources tell of, the newest of them counts.
std::optional<Day> day_of_facts(const Entity& entity) {
    std::optional<Day> newest = day_of_facts(entity.provenance);
    for (const SourceClaim& claim : entity.claims)
        newest = std::max(newest, day_of_facts(claim.provenance));  // null is before every day
    return newest;
}

bool has_source(const Entity& entity) {
    const auto has_address = [](const SourceClaim& claim) {
        return !claim.provenance.urls.empty();
    };
    return !entity.provenance.urls.empty() || std::ranges::any_of(entity.claims, has_address);
}

struct CoveredField {
    const char* name;
    bool (*is_known)(const Entity&);
};

constexpr std::array kCoveredFields{
    CoveredField{"krs", [](const Entity& e) { return e.krs.has_value(); }},
    CoveredField{"nip", [](const Entity& e) { return e.nip.has_value(); }},
    CoveredField{"regon", [](const Entity& e) { return e.regon.has_value(); }},
    CoveredField{"street", [](const Entity& e) { return e.street.has_value(); }},
    CoveredField{"town", [](const Entity& e) { return e.town.has_value(); }},
    CoveredField{"municipality", [](const Entity& e) { return e.municipality.has_value(); }},
    CoveredField{"county", [](const Entity& e) { return e.county.has_value(); }},
    CoveredField{"location", [](const Entity& e) { return e.location.has_value(); }},
    CoveredField{"phone", [](const Entity& e) { return e.phone.has_value(); }},
    CoveredField{"email", [](const Entity& e) { return e.email.has_value(); }},
    CoveredField{"website", [](const Entity& e) { return e.website.has_value(); }},
    CoveredField{"industries", [](const Entity& e) { return !e.industries.empty(); }},
    CoveredField{"target_groups", [](const Entity& e) { return !e.target_groups.empty(); }},
    CoveredField{"offer", [](const Entity& e) { return !e.offer.empty(); }},
    CoveredField{"description", [](const Entity& e) { return e.description.has_value(); }},
    CoveredField{"activity", [](const Entity& e) { return e.activity.has_value(); }},
    CoveredField{"as_of", [](const Entity& e) { return day_of_facts(e).has_value(); }},
    CoveredField{"sources", has_source},
};

FactAge age_of(const std::vector<Entity>& entities) {
    FactAge age;
    for (const Entity& each : entities)
        if (const auto day = day_of_facts(each))
            ++age.by_year[static_cast<int>(std::chrono::year_month_day(*day).year())];
        else
            ++age.undated;
    return age;
}

std::vector<NamedCount> counts_of(const Catalogue& catalogue) {
    const References& references = catalogue.references;
    const auto is_merged = [](const Entity& each) { return !each.claims.empty(); };
    return {{"entities", catalogue.entities.size()},
            {"entities_in_several_sources",
             static_cast<std::size_t>(std::ranges::count_if(catalogue.entities, is_merged))},
            {"certificates", catalogue.certificates.size()},
            {"certificate_editions", references.editions.size()},
            {"products", catalogue.products.size()},
            {"brands", references.brands.size()},
            {"support_centres", references.support_centres.size()},
            {"awards", references.awards.size()}};
}

Json written(const std::vector<NamedCount>& counts) {
    Json json = Json::object();
    for (const NamedCount& each : counts)
        json[each.name] = each.number;
    return json;
}

std::vector<NamedCount> read_counts(const Json& json) {
    std::vector<NamedCount> counts;
    for (const auto& [name, number] : json.items())
        counts.push_back({name, number.get<std::size_t>()});
    return counts;
}

QualityFigures read_figures(const Json& json) {
    QualityFigures figures;
    figures.counts = read_counts(json.at("counts"));
    figures.coverage = read_counts(json.at("coverage"));
    for (const auto& [year, number] : json.at("age").at("by_year").items())
        figures.age.by_year[std::stoi(year)] = number.get<std::size_t>();
    figures.age.undated = json.at("age").at("undated").get<std::size_t>();
    const Json& certificates = json.at("certificates");
    figures.certificates_with_holder = certificates.at("with_holder").get<std::size_t>();
    figures.certificates_without_holder = certificates.at("without_holder").get<std::size_t>();
    for (const Json& each : json.at("sources"))
        figures.sources.push_back({each.at("file").get<std::string>(),
                                   each.at("rows").get<std::size_t>(),
                                   each.at("rejected").get<std::size_t>()});
    return figures;
}

}  // namespace

std::size_t QualityFigures::count(std::string_view name) const {
    const auto found = std::ranges::find(counts, name, &NamedCount::name);
    return found == counts.end() ? 0 : found->number;
}

QualityFigures quality_figures(const Catalogue& catalogue, std::vector<SourceFigures> sources) {
    QualityFigures figures;
    figures.counts = counts_of(catalogue);
    for (const auto& [name, is_known] : kCoveredFields)
        figures.coverage.push_back(
            {name, static_cast<std::size_t>(std::ranges::count_if(catalogue.entities, is_known))});
    figures.age = age_of(catalogue.entities);
    const auto has_holder = [](const Certificate& each) { return each.holder.has_value(); };
    figures.certificates_with_holder =
        static_cast<std::size_t>(std::ranges::count_if(catalogue.certificates, has_holder));
    figures.certificates_without_holder =
        catalogue.certificates.size() - figures.certificates_with_holder;
    figures.sources = std::move(sources);
    return figures;
}

std::string encode(const QualityFigures& figures) {
    Json by_year = Json::object();
    for (const auto& [year, number] : figures.age.by_year)
        by_year[std::to_string(year)] = number;
    Json sources = Json::array();
    for (const SourceFigures& each : figures.sources)
        sources.push_back({{"file", each.file}, {"rows", each.rows}, {"rejected", each.rejected}});
    const Json json{{"counts", written(figures.counts)},
                    {"coverage", written(figures.coverage)},
                    {"age", {{"by_year", by_year}, {"undated", figures.age.undated}}},
                    {"certificates",
                     {{"with_holder", figures.certificates_with_holder},
                      {"without_holder", figures.certificates_without_holder}}},
                    {"sources", sources}};
    constexpr int one_line = -1;
    return json.dump(one_line, ' ', false, Json::error_handler_t::replace);
}

QualityFigures decode_quality(std::string_view json) {
    try {
        return read_figures(Json::parse(json));
    } catch (const std::exception& error) {
        throw Error(
            ErrorCode::environment,
            fmt::format("Nie można odczytać liczb o jakości danych z generacji: {}", error.what()),
            "Zbuduj indeks tą wersją: wespol-indexer build --data DANE --index INDEKS");
    }
}

}  // namespace wespol
