// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/mapping/entity_mapper.h"

#include "core/catalogue/identifiers.h"
#include "indexer/source/field_reader.h"
#include "indexer/source/written_forms.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

/// An explicit id wins, so that addresses survive corrections; else KRS, else NIP.
std::string id_of(FieldReader& fields, const Entity& entity) {
    if (fields.text("id")) return fields.required_id("id");
    if (entity.krs) return "krs-" + *entity.krs;
    if (entity.nip) return "nip-" + *entity.nip;
    fields.reject("id", "", "rekord nie ma identyfikatora", "podaj id, krs albo nip");
    return {};
}

/// Every word is kept as the source says it; those the vocabulary knows become codes.
void resolve_words(FieldReader& fields, std::string_view key, const Vocabulary& vocabulary,
                   std::vector<std::string>& codes, std::vector<std::string>& words) {
    words = fields.texts(key);
    for (const std::string& word : words) {
        const Concept* known = vocabulary.find_by_word(word);
        if (!known) {
            fields.warn(
                key, word, "słowa nie ma w słowniku, zostaje jako tekst",
                fmt::format("dopisz je jako synonim w vocabulary/{}.jsonl", vocabulary.name()));
            continue;
        }
        if (std::find(codes.begin(), codes.end(), known->code) == codes.end())
            codes.push_back(known->code);
    }
}

Location at(double lat, double lon, std::string precision) {
    return {lat, lon, std::move(precision)};
}

/// The town's position, else the municipality's; null when neither is known.
std::optional<Location> locate(FieldReader& fields, const Entity& entity, const Region& region) {
    if (!entity.municipality) return std::nullopt;
    if (entity.town) {
        if (const Locality* town = region.locality(*entity.town, *entity.municipality))
            return at(town->lat, town->lon, "locality");
        fields.warn("town", *entity.town, "tej miejscowości nie ma w tabeli gminy",
                    "na mapie stanie środek gminy; sprawdź nazwę i kod gminy");
    }
    const Municipality* municipality = region.municipality(*entity.municipality);
    return at(municipality->lat, municipality->lon, "municipality");
}

/// No code of the region begins like it.
bool is_elsewhere(const std::string& postal_code, const Region& region) {
    constexpr std::size_t area = 2;
    const auto& codes = region.postal_codes();
    return !codes.empty() && std::none_of(codes.begin(), codes.end(), [&](const PostalCode& each) {
        return each.code.compare(0, area, postal_code, 0, area) == 0;
    });
}

void place(FieldReader& fields, Entity& entity, const Region& region) {
    entity.street = fields.text("street");
    entity.postal_code = fields.parsed("postal_code", parse_postal_code);
    if (entity.postal_code && is_elsewhere(*entity.postal_code, region))
        fields.warn("postal_code", *entity.postal_code, "kod pocztowy spoza regionu, zostaje",
                    "sprawdź adres; podmiot spoza regionu usuń z listy");
    entity.town = fields.text("town");
    entity.municipality = fields.text("municipality");
    entity.county = fields.text("county");

    if (entity.county && !region.county(*entity.county)) {
        fields.warn("county", *entity.county, "nieznany powiat, pominięto",
                    "kody powiatów są w region/counties.jsonl");
        entity.county.reset();
    }
    if (entity.municipality) {
        if (const Municipality* known = region.municipality(*entity.municipality)) {
            if (entity.county && *entity.county != known->county)
                fields.warn("county", *entity.county,
                            "powiat nie zgadza się z gminą, wzięto z gminy",
                            "sprawdź powiat i gminę");
            entity.county = known->county;
        } else {
            fields.warn("municipality", *entity.municipality, "nieznana gmina, pominięto",
                        "kody gmin (6 cyfr) są w region/municipalities.jsonl");
            entity.municipality.reset();
        }
    }
    if (entity.county) entity.subregion = region.county(*entity.county)->subregion;
    entity.location = locate(fields, entity, region);
}

void take_statuses(FieldReader& fields, Entity& entity, const Vocabulary& vocabulary) {
    fields.each("statuses", [&](FieldReader& each) {
        EntityStatus status;
        status.status = each.required_code("status", vocabulary);
        status.from = each.date("from");
        status.until = each.end_date("until", status.from);
        status.as_of = each.date("as_of");
        status.basis = each.text("basis");
        status.sources = each.urls("sources");
        if (!each.rejected()) entity.statuses.push_back(std::move(status));
    });
}

}  // namespace

std::optional<Entity> map_entity(const SourceRecord& record, const References& references,
                                 Diagnostics& diagnostics) {
    FieldReader fields(record, diagnostics);
    Entity entity;
    entity.name = fields.required_text("name");
    entity.short_name = fields.text("short_name");
    entity.aliases = fields.texts("aliases");
    entity.legal_form = fields.required_code("legal_form", references.legal_form);
    entity.krs = fields.parsed("krs", parse_krs);
    entity.nip = fields.parsed("nip", parse_nip);
    entity.regon = fields.parsed("regon", parse_regon);
    entity.id = id_of(fields, entity);
    entity.operator_krs = fields.parsed("operator_krs", parse_krs);
    entity.operator_nip = fields.parsed("operator_nip", parse_nip);
    place(fields, entity, references.region);
    entity.phone = fields.parsed("phone", parse_written_phone);
    entity.email = fields.parsed("email", parse_email);
    entity.website = fields.url("website");
    entity.founded = fields.past_date("founded");
    entity.operator_name = fields.text("operator");
    entity.operator_id = fields.text("operator_id");
    resolve_words(fields, "industries", references.industry, entity.industries,
                  entity.industry_words);
    resolve_words(fields, "target_groups", references.target_group, entity.target_groups,
                  entity.target_group_words);
    entity.offer = fields.texts("offer");
    entity.description = fields.text("description");
    entity.activity = fields.code("activity", references.activity);
    take_statuses(fields, entity, references.status);
    entity.note = fields.text("note");
    entity.provenance = fields.provenance();
    if (!fields.finish()) return std::nullopt;
    return entity;
}

}  // namespace wespol
