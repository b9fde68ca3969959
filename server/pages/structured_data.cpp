// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/structured_data.h"

#include "server/pages/labels.h"
#include "server/pages/links.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wespol {

namespace {

using Json = nlohmann::ordered_json;

/// Codes of vocabulary "legal_form" that are non-governmental organisations by their nature. Of a
/// cooperative, a company or a unit of an operator the form alone does not say so.
constexpr std::array<std::string_view, 3> kNgoForms{"fundacja", "stowarzyszenie", "kgw"};

constexpr std::string_view kRegion = "wielkopolskie";

void put(Json& json, const char* name, const std::optional<std::string>& text) {
    if (text && !text->empty()) json[name] = *text;
}

void put(Json& json, const char* name, Json value) {
    if (!value.empty()) json[name] = std::move(value);
}

/// A day, month or year as ISO 8601 has it; a span has no place there.
std::optional<std::string> iso_date(const std::optional<PartialDate>& date) {
    const bool is_span = date && date->text().find('/') != std::string::npos;
    if (!date || is_span) return std::nullopt;
    return date->text();
}

Json typed(const char* type) {
    Json json = Json::object();
    json["@type"] = type;
    return json;
}

Json named(const char* type, const std::string& name) {
    Json json = typed(type);
    json["name"] = name;
    return json;
}

Json identifiers_of(const Entity& entity) {
    Json identifiers = Json::array();
    const auto add = [&](const char* register_name, const std::optional<std::string>& number) {
        if (!number) return;
        Json identifier = typed("PropertyValue");
        identifier["propertyID"] = register_name;
        identifier["value"] = *number;
        identifiers.push_back(std::move(identifier));
    };
    add("NIP", entity.nip);
    add("KRS", entity.krs);
    add("REGON", entity.regon);
    return identifiers;
}

Json address_of(const Entity& entity) {
    if (!entity.street && !entity.postal_code && !entity.town) return Json::object();
    Json address = typed("PostalAddress");
    put(address, "streetAddress", entity.street);
    put(address, "postalCode", entity.postal_code);
    put(address, "addressLocality", entity.town);
    if (entity.county) address["addressRegion"] = kRegion;
    address["addressCountry"] = "PL";
    return address;
}

/// Of the directory: its page tells more.
Json listed(const PageContext& context, const Entity& entity) {
    Json organisation = named("Organization", entity.name);
    organisation["mainEntityOfPage"] = entity_address(context, entity.id);
    return organisation;
}

Json operator_of(const PageContext& context, const EntityRecord& record) {
    if (!is_unit(record.entity)) return Json::object();  // else it may be a founder
    if (record.operated_by) return listed(context, *record.operated_by);
    if (record.entity.operator_name) return named("Organization", *record.entity.operator_name);
    return Json::object();
}

Json units_of(const PageContext& context, const EntityRecord& record) {
    Json units = Json::array();
    for (const Entity& unit : record.units)
        units.push_back(listed(context, unit));
    return units;
}

Json certifications_of(const PageContext& context, const std::vector<CertificateHit>& hits) {
    Json certifications = Json::array();
    for (const CertificateHit& hit : hits) {
        const Validity& validity = hit.validity;
        if (!validity.latest_end || validity.earliest_end != validity.latest_end) continue;
        Json each = named("Certification",
                          context.references.mark.label(hit.certificate.mark, context.language));
        if (hit.certificate.subject) each["about"] = named("Thing", *hit.certificate.subject);
        if (validity.earliest_start && validity.earliest_start == validity.latest_start)
            each["validFrom"] = format_day(*validity.earliest_start);
        each["expires"] = format_day(*validity.latest_end);
        certifications.push_back(std::move(each));
    }
    return certifications;
}

Json labels_of(const PageContext& context, const Vocabulary& vocabulary,
               const std::vector<std::string>& codes) {
    Json labels = Json::array();
    for (const std::string& code : codes)
        labels.push_back(vocabulary.label(code, context.language));
    return labels;
}

Json organisation_of(const PageContext& context, const EntityRecord& record,
                     const std::string& node) {
    const Entity& entity = record.entity;
    const bool is_ngo = std::ranges::find(kNgoForms, entity.legal_form) != kNgoForms.end();
    Json organisation = named(is_ngo ? "NGO" : "Organization", entity.name);
    organisation["@id"] = node;
    organisation["mainEntityOfPage"] = entity_address(context, entity.id);
    Json other_names = entity.aliases;
    if (entity.short_name) other_names.insert(other_names.begin(), *entity.short_name);
    put(organisation, "alternateName", std::move(other_names));
    put(organisation, "description", entity.description);
    put(organisation, "url", entity.website ? web_href(*entity.website) : std::nullopt);
    put(organisation, "telephone", entity.phone);
    put(organisation, "email", entity.email);
    put(organisation, "address", address_of(entity));
    put(organisation, "taxID", entity.nip);
    put(organisation, "identifier", identifiers_of(entity));
    put(organisation, "foundingDate", iso_date(entity.founded));
    put(organisation, "knowsAbout",
        labels_of(context, context.references.industry, entity.industries));
    put(organisation, "parentOrganization", operator_of(context, record));
    put(organisation, "subOrganization", units_of(context, record));
    put(organisation, "hasCertification", certifications_of(context, record.certificates));
    return organisation;
}

Json product_of(const PageContext& context, const Product& product, const std::string& maker) {
    const References& references = context.references;
    Json json = named("Product", product.name);
    if (product.brand == kBrandOfPage)
        json["url"] = page_address(context, "/klunkry/" + percent_encoded(product.id));
    put(json, "description", product.description);
    put(json, "material", product.material);
    json["category"] = references.product_kind.label(product.kind, context.language);
    json["brand"] = named("Brand", references.brand.label(product.brand, context.language));
    put(json, "productionDate", iso_date(product.year));
    json["manufacturer"] = Json::object({{"@id", maker}});
    return json;
}

}  // namespace

std::string structured_data(const PageContext& context, const EntityRecord& record) {
    // The same in all languages: they speak of one organisation.
    const std::string node =
        context.public_url + "/podmiot/" + percent_encoded(record.entity.id) + "#podmiot";
    Json whole = Json::object();
    whole["@context"] = "https://schema.org";
    whole["@graph"].push_back(organisation_of(context, record, node));
    for (const Product& product : record.products)
        whole["@graph"].push_back(product_of(context, product, node));
    std::string escaped;
    for (const char c : whole.dump(-1, ' ', false, Json::error_handler_t::replace)) {
        if (c == '<' || c == '>' || c == '&')
            escaped += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else
            escaped += c;
    }
    return escaped;
}

}  // namespace wespol
