// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/report/report_json.h"

#include "indexer/linking/evidence_json.h"
#include "indexer/merging/retired_ids.h"
#include "indexer/report/differing_values.h"
#include "indexer/report/unsettled.h"

#include <array>
#include <map>
#include <utility>

#include <nlohmann/json.hpp>

namespace wespol {
namespace {

using Json = nlohmann::ordered_json;

std::string one_line(const Json& json) {
    constexpr int no_line_breaks = -1;
    return json.dump(no_line_breaks, ' ', false, Json::error_handler_t::replace);
}

/// The members of one JSON object, one after another.
class MemberWriter {
  public:
    void member(const std::string& name, std::string_view json) {
        text_ += text_.empty() ? "{" : ",\n";
        text_ += one_line(name) + ": ";
        text_ += json;
    }

    /// `write_each(put)` calls put(json) for every element.
    template <class WriteEach>
    void list(const std::string& name, WriteEach write_each) {
        member(name, "[");
        bool is_first = true;
        write_each([&](std::string_view json) {
            text_ += is_first ? "\n" : ",\n";
            text_ += json;
            is_first = false;
        });
        text_ += "]";
    }

    std::string finish() && { return std::move(text_) + "}\n"; }

  private:
    std::string text_;
};

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

Json as_json(const SourceCount& source) {
    return {{"file", source.file},
            {"rows", source.rows},
            {"rejected", source.rejected},
            {"readable", source.is_readable}};
}

Json as_json(const Entity& entity, const std::vector<DifferingClaim>& claims) {
    Json json{{"id", entity.id}, {"name", entity.name}, {"values", Json::array()}};
    for (const DifferingClaim& each : claims)
        json["values"].push_back({{"field", each.field},
                                  {"published", each.published},
                                  {"said", each.said},
                                  {"file", each.file},
                                  {"sheet", each.sheet},
                                  {"row", each.row}});
    return json;
}

Json certificate_figures(const QualityFigures& figures, const LoadedCatalogue& loaded) {
    const CertificateLinks links = certificate_links(loaded);
    return {{"with_holder", figures.certificates_with_holder},
            {"without_holder", figures.certificates_without_holder},
            {"linked_by_name", links.linked.size()},
            {"ambiguous", links.ambiguous.size()},
            {"not_found", links.not_found.size()}};
}

}  // namespace

std::vector<SourceFigures> source_figures(const LoadedCatalogue& loaded) {
    std::vector<SourceFigures> figures;
    for (const SourceCount& each : loaded.sources)
        figures.push_back({each.file, each.rows, each.rejected});
    return figures;
}

std::string report_json(const LoadedCatalogue& loaded, const ChangeSet& changes,
                        std::string_view changes_text) {
    const Catalogue& catalogue = loaded.catalogue;
    const QualityFigures figures = quality_figures(catalogue, source_figures(loaded));
    const Json shared = Json::parse(encode(figures));
    MemberWriter json;
    for (const char* name : {"counts", "coverage", "age"})
        json.member(name, one_line(shared.at(name)));
    json.member("certificates", one_line(certificate_figures(figures, loaded)));
    json.list("sources", [&](const auto& put) {
        for (const SourceCount& each : loaded.sources)
            put(one_line(as_json(each)));
    });
    json.member(
        "unknown_words",
        one_line(
            {{"industries", unknown_words(catalogue.entities, catalogue.references.industry,
                                          &Entity::industry_words)},
             {"target_groups", unknown_words(catalogue.entities, catalogue.references.target_group,
                                             &Entity::target_group_words)}}));
    json.list("links", [&](const auto& put) {
        for (const LinkOutcome& each : loaded.links)
            put(outcome_json(each));
    });
    json.list("gone_without_reason", [&](const auto& put) {
        for (const RecordChange* each : gone_without_reason(changes))
            put(one_line({{"id", each->id},
                          {"name", each->name},
                          {"file", each->place.file},
                          {"sheet", each->place.sheet},
                          {"row", each->place.row},
                          {"retired_id_line", retired_id_line(each->id)}}));
    });
    json.list("differing_values", [&](const auto& put) {
        for (const Entity& each : catalogue.entities)
            if (const auto claims = differing_claims(each); !claims.empty())
                put(one_line(as_json(each, claims)));
    });
    json.list("diagnostics", [&](const auto& put) {
        for (const Diagnostic& each : loaded.diagnostics)
            put(one_line(as_json(each)));
    });
    json.member("changes", changes_text);
    return std::move(json).finish();
}

}  // namespace wespol
