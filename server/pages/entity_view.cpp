// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/entity_view.h"

#include "core/analysis/code_points.h"
#include "core/support/joined.h"
#include "server/pages/certificate_timeline_view.h"
#include "server/pages/certificate_view.h"
#include "server/pages/claims_view.h"
#include "server/pages/entity_sources_view.h"
#include "server/pages/fact_rows.h"
#include "server/pages/labels.h"
#include "server/pages/legal_facts_view.h"
#include "server/pages/links.h"
#include "server/pages/page_frame.h"
#include "server/pages/structured_data.h"
#include "server/pages/support_centre_view.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace wespol {

namespace {

/// A search for each code of a vocabulary.
Views filter_links(const PageContext& context, const Vocabulary& vocabulary, FieldId field,
                   const std::vector<std::string>& codes) {
    Views views;
    for (const std::string& code : codes) {
        View view;
        view["label"] = View(vocabulary.label(code, context.language));
        view["href"] = View(filter_href(context, field, code));
        views.push_back(std::move(view));
    }
    return views;
}

View entity_link(const PageContext& context, const Messages& messages, const Entity& entity) {
    View view;
    view["name"] = View(entity.name);
    view["href"] = View(entity_href(context, entity.id));
    view["form"] = View(context.references.legal_form.label(entity.legal_form, context.language));
    view["place"] = maybe(place_name(context, messages, entity));
    return view;
}

Views header_labels(const PageContext& context, const Messages& messages,
                    const EntityRecord& record) {
    Views labels;
    if (auto activity = activity_label(messages, record.entity))
        labels.push_back(std::move(*activity));
    if (record.certificate_state != CertificateState::never)
        labels.push_back(mark_label(context, messages, record.certificate_state));
    for (const std::string& status : record.statuses)
        labels.push_back(status_label(context, status));
    for (const std::string& brand : record.brands)
        labels.push_back(brand_label(context, brand));
    return labels;
}

std::string grouped(const std::string& digits, std::initializer_list<std::size_t> lengths) {
    std::string result;
    std::size_t position = 0;
    for (const std::size_t length : lengths) {
        if (position >= digits.size()) break;
        if (!result.empty()) result += '-';
        result += digits.substr(position, length);
        position += length;
    }
    return result;
}

Views identifiers(const Messages& messages, const Entity& entity) {
    Views views;
    const auto add = [&](const char* key, const std::optional<std::string>& number) {
        if (!number) return;
        View view;
        view["label"] = View(messages(key));
        view["number"] = View(*number);
        views.push_back(std::move(view));
    };
    std::optional<std::string> nip = entity.nip;
    if (nip && nip->size() == 10) nip = grouped(*nip, {3, 3, 2, 2});
    add("entity.nip", nip);
    add("entity.krs", entity.krs);
    add("entity.regon", entity.regon);
    return views;
}

void put_contact(View& view, const PageContext& context, const Messages& messages,
                 const Entity& entity) {
    const std::string town_line =
        joined_known({entity.postal_code.value_or(""), entity.town.value_or("")}, " ");
    const Municipality* municipality =
        entity.municipality ? context.references.region.municipality(*entity.municipality)
                            : nullptr;
    view["street"] = maybe(entity.street);
    view["town_line"] = maybe(town_line);
    view["municipality"] =
        municipality ? View(messages("place.municipality", {{"name", municipality->label}}))
                     : View(false);
    view["municipality_href"] =
        municipality ? View(filter_href(context, FieldId::municipality, municipality->code))
                     : View(false);
    view["county"] = maybe(county_name(context, messages, entity.county));
    view["county_href"] =
        entity.county ? View(filter_href(context, FieldId::county, *entity.county)) : View(false);
    view["directions_href"] = maybe(directions_href(entity));
    view["phone"] = maybe(entity.phone);
    view["phone_href"] = entity.phone ? maybe(phone_href(*entity.phone)) : View(false);
    view["email"] = maybe(entity.email);
    view["email_href"] = entity.email ? maybe(mail_href(*entity.email)) : View(false);
    const auto href = entity.website ? web_href(*entity.website) : std::nullopt;
    view["website"] = href ? View(web_label(*href)) : maybe(entity.website);
    view["website_href"] = maybe(href);
    view["has_direct_contact"] = View(entity.phone || entity.email || entity.website);
}

View product_view(const PageContext& context, const Messages& messages, const Product& product) {
    const References& references = context.references;
    View view;
    view["name"] = View(product.name);
    view["kind"] = View(references.product_kind.label(product.kind, context.language));
    view["brand"] = View(references.brand.label(product.brand, context.language));
    view["brand_href"] = View(brand_href(context, product.brand));
    view["description"] = maybe(product.description);
    view["material"] = maybe(product.material);
    view["collection"] = maybe(product.collection);
    view["year"] = product.year ? View(messages.date(*product.year)) : View(false);
    view["maker_basis"] = maybe(product.maker_basis);
    return view;
}

Views product_views(const PageContext& context, const Messages& messages,
                    const std::vector<Product>& products) {
    Views views;
    for (const Product& product : products)
        views.push_back(product_view(context, messages, product));
    return views;
}

void put_operator(View& view, const PageContext& context, const Messages& messages,
                  const EntityRecord& record) {
    const Entity& entity = record.entity;
    const bool is_known = record.operated_by || entity.operator_name;
    view["operator"] = View(false);
    if (is_known) {
        View operated_by;
        operated_by["name"] =
            View(record.operated_by ? record.operated_by->name : *entity.operator_name);
        operated_by["href"] =
            record.operated_by ? View(entity_href(context, record.operated_by->id)) : View(false);
        operated_by["operator_nip"] = maybe(entity.operator_nip);
        operated_by["operator_krs"] = maybe(entity.operator_krs);
        view["operator"] = std::move(operated_by);
    }
    view["is_unit"] = View(is_unit(entity));
    view["operator_unknown"] = View(is_unit(entity) && !is_known);
    Views units;
    for (const Entity& unit : record.units)
        units.push_back(entity_link(context, messages, unit));
    put_list(view, "units", units);
}

void put_support(View& view, const PageContext& context, const Messages& messages,
                 const Entity& entity) {
    const Subregion* subregion =
        entity.subregion ? context.references.region.subregion(*entity.subregion) : nullptr;
    view["support"] = View(subregion != nullptr);
    if (!subregion) return;
    view["support_what"] = View(messages(
        "entity.support_what", {{"subregion", subregion_name(*subregion, context.language)}}));
    put_list(view, "support_centres", centre_cards_on_day(context, messages, subregion->code));
    view["support_none"] =
        View(messages("owes.none_on_day", {{"day", messages.day(context.as_of)}}));
}

Views award_views(const PageContext& context, const Entity& entity) {
    Views views;
    for (const MunicipalAward& award : context.references.awards) {
        if (!entity.municipality || award.municipality != *entity.municipality) continue;
        View view;
        view["label"] = View(award.label);
        view["contest"] = View(award.contest_name);
        view["year"] = award.year ? View(std::to_string(*award.year)) : View(false);
        put_list(view, "award_sources", source_views(award.provenance.urls));
        views.push_back(std::move(view));
    }
    return views;
}

Views similar_views(const PageContext& context, const std::vector<SimilarEntity>& similar) {
    Views views;
    for (const SimilarEntity& each : similar) {
        View view;
        view["name"] = View(each.entity.name);
        view["href"] = View(entity_href(context, each.entity.id));
        view["town"] = maybe(each.entity.town);
        view["reasons"] = View(joined(each.reasons, "; "));
        views.push_back(std::move(view));
    }
    return views;
}

/// Statuses other than the one that has its row among the legal facts.
Views other_statuses(const PageContext& context, const Messages& messages,
                     const EntityRecord& record) {
    const std::optional<EntityStatus>& in_row = record.facts.enterprise.status;
    Views views;
    for (const EntityStatus& status : record.entity.statuses) {
        if (in_row && status.status == in_row->status && status.from == in_row->from) continue;
        const Concept* known = context.references.status.find(status.status);
        View view;
        view["label"] = View(context.references.status.label(status.status, context.language));
        view["from"] = status.from
                           ? View(messages("period.from", {{"day", messages.date(*status.from)}}))
                           : View(false);
        view["until"] =
            status.until ? View(messages("period.until", {{"day", messages.date(*status.until)}}))
                         : View(false);
        view["status_day"] = status.as_of ? View(messages.date(*status.as_of)) : View(false);
        view["on_day"] =
            maybe(status_on_day(messages, state_on(status, context.as_of), context.as_of));
        view["status_basis"] = maybe(status.basis);
        view["status_note"] = maybe(meaning_of(known, context.language));
        put_list(view, "status_sources", source_views(status.sources));
        views.push_back(std::move(view));
    }
    return views;
}

View activity_note(const PageContext& context, const Entity& entity) {
    if (!entity.activity) return View(false);
    const Concept* known = context.references.activity.find(*entity.activity);
    return maybe(meaning_of(known, context.language));
}

/// The CPV codes of its sectors, each once, in the order of their digits.
Views cpv_links(const PageContext& context, const std::vector<std::string>& industries) {
    std::set<std::string> codes;
    for (const std::string& each : industries)
        if (const Concept* industry = context.references.industry.find(each))
            codes.insert(industry->cpv.begin(), industry->cpv.end());
    Views views;
    for (const std::string& code : codes) {
        View view;
        view["href"] = View(cpv_href(context, code));
        view["code"] = View(code);
        views.push_back(std::move(view));
    }
    return views;
}

/// For those who show a link to the page: what they do, which is told in Polish only; in other
/// languages what they are, where, and their sectors.
std::string in_short(const PageContext& context, const Messages& messages, const Entity& entity) {
    constexpr std::size_t kMostBytes = 300;
    if (context.language == Language::pl && entity.description)
        return shortened(*entity.description, kMostBytes);
    std::vector<std::string> parts{
        context.references.legal_form.label(entity.legal_form, context.language)};
    if (const std::string place = place_name(context, messages, entity); !place.empty())
        parts.push_back(place);
    for (const std::string& code : entity.industries)
        parts.push_back(context.references.industry.label(code, context.language));
    return shortened(joined(parts, " · "), kMostBytes);
}

}  // namespace

View entity_view(const PageContext& context, const Messages& messages, const EntityRecord& record) {
    const Entity& entity = record.entity;
    const References& references = context.references;
    View view = page_frame(context, messages, entity.name);

    view["page_description"] = View(in_short(context, messages, entity));
    view["canonical"] = View(entity_address(context, entity.id));
    view["structured_data"] = View(structured_data(context, record));
    view["id"] = View(entity.id);
    view["api_href"] = View(api_href(context, "/api/v1/entities/" + entity.id));
    view["today_href"] = View(search_href(context, {}));
    view["name"] = View(entity.name);
    view["short_name"] = maybe(entity.short_name);
    view["form"] = View(references.legal_form.label(entity.legal_form, context.language));
    view["place"] = maybe(place_name(context, messages, entity));
    put_list(view, "aliases", text_views(entity.aliases));
    put_list(view, "labels", header_labels(context, messages, record));
    view["activity_note"] = activity_note(context, entity);
    put_list(view, "identifiers", identifiers(messages, entity));
    view["founded"] = entity.founded ? View(messages.date(*entity.founded)) : View(false);

    put_contact(view, context, messages, entity);
    view["description"] = maybe(entity.description);
    put_list(view, "offer", text_views(entity.offer));
    put_list(view, "industries",
             filter_links(context, references.industry, FieldId::industry, entity.industries));
    put_list(view, "cpv_codes", cpv_links(context, entity.industries));
    put_list(view, "target_groups",
             filter_links(context, references.target_group, FieldId::target_group,
                          entity.target_groups));

    put_list(view, "facts", legal_fact_views(context, messages, record));
    view["protocol_href"] =
        is_of_another_day(context) ? View(false) : View(protocol_href(context, record.entity.id));
    view["compare_href"] = View(compare_href(context, {entity.id}));
    put_list(view, "other_statuses", other_statuses(context, messages, record));
    put_certificate_timeline(view, context, messages, record.certificates);
    put_certificates(view, context, messages, record.certificates);
    put_list(view, "products", product_views(context, messages, record.products));
    put_list(view, "candidates", product_views(context, messages, record.candidate_products));
    put_operator(view, context, messages, record);
    put_support(view, context, messages, entity);
    put_list(view, "awards", award_views(context, entity));
    put_list(view, "similar", similar_views(context, record.similar));

    put_field_sources(view, context, messages, record, references.site_operator.email);
    put_list(view, "claims", claim_views(messages, entity.claims));
    put_list(view, "sources", source_views(entity.provenance.urls));
    view["confirmed"] =
        entity.provenance.as_of ? View(messages.date(*entity.provenance.as_of)) : View(false);
    view["evidence"] = maybe(entity.provenance.evidence);
    view["file"] = View(entity.provenance.file);
    view["row"] = View(std::to_string(entity.provenance.row));
    view["note"] = maybe(entity.note);
    return view;
}

}  // namespace wespol
