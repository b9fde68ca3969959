// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/entity_sources_view.h"

#include "server/pages/claims_view.h"
#include "server/pages/error_report.h"
#include "server/pages/links.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

namespace wespol {

namespace {

/// Fields that people take for one thing and that a source gives together.
struct FieldGroup {
    const char* name;  ///< key of a message
    std::array<std::string_view, 6> fields;
    bool (*is_known)(const Entity&);
};

constexpr std::array kFieldGroups{
    FieldGroup{"field_group.name",
               {"name", "short_name", "aliases", "legal_form"},
               [](const Entity&) { return true; }},
    FieldGroup{"field_group.numbers",
               {"nip", "krs", "regon"},
               [](const Entity& entity) { return entity.nip || entity.krs || entity.regon; }},
    FieldGroup{"field_group.address",
               {"street", "postal_code", "town", "municipality", "county", "location"},
               [](const Entity& entity) {
                   return entity.street || entity.postal_code || entity.town ||
                          entity.municipality || entity.county;
               }},
    FieldGroup{"field_group.contact",
               {"phone", "email", "website"},
               [](const Entity& entity) { return entity.phone || entity.email || entity.website; }},
    FieldGroup{"field_group.work",
               {"description", "offer", "industries"},
               [](const Entity& entity) {
                   return entity.description || !entity.offer.empty() || !entity.industries.empty();
               }},
    FieldGroup{"field_group.people",
               {"target_groups"},
               [](const Entity& entity) { return !entity.target_groups.empty(); }},
    FieldGroup{"field_group.operator",
               {"operator_name", "operator_id", "operator_krs", "operator_nip"},
               [](const Entity& entity) {
                   return entity.operator_name || entity.operator_id || entity.operator_krs ||
                          entity.operator_nip;
               }},
    FieldGroup{"field_group.standing",
               {"activity", "statuses", "founded"},
               [](const Entity& entity) {
                   return entity.activity || !entity.statuses.empty() || entity.founded;
               }},
};

View source_view(const Messages& messages, const Provenance& provenance,
                 const std::optional<std::string>& fields) {
    View view;
    view["source_fields"] = maybe(fields);
    view["source_file"] = View(file_and_sheet(provenance));
    view["source_row"] = View(std::to_string(provenance.row));
    view["source_day"] = View(
        provenance.as_of ? messages("sources.as_of", {{"day", messages.date(*provenance.as_of)}})
                         : messages("sources.without_day"));
    return view;
}

/// The fields of the group that this source gives, as people call them; "" when it gives none.
std::string given_by(const Messages& messages, const SourceClaim& claim, const FieldGroup& group) {
    std::vector<std::string> given;
    std::ranges::copy_if(claim.fields, std::back_inserter(given), [&](const std::string& field) {
        return std::ranges::find(group.fields, field) != group.fields.end();
    });
    return field_labels(messages, given);
}

Views sources_of(const Messages& messages, const Entity& entity, const FieldGroup& group) {
    if (entity.claims.empty()) return {source_view(messages, entity.provenance, std::nullopt)};
    Views sources;
    for (const SourceClaim& claim : entity.claims)
        if (const std::string given = given_by(messages, claim, group); !given.empty())
            sources.push_back(source_view(messages, claim.provenance, given));
    return sources;
}

}  // namespace

void put_field_sources(View& view, const PageContext& context, const Messages& messages,
                       const EntityRecord& record,
                       const std::optional<std::string>& report_address) {
    const Entity& entity = record.entity;
    const auto report = [&](const std::string& field) {
        return maybe(error_report_href(context, messages, entity, field, report_address));
    };
    Views groups;
    const auto add = [&](const std::string& name, const std::optional<Views>& sources) {
        View each;
        each["group"] = View(name);
        put_list(each, "group_sources", sources.value_or(Views()));
        each["is_beside"] = View(!sources);
        each["report_href"] = report(name);
        each["report_name"] = View(messages("report.field_name", {{"field", name}}));
        groups.push_back(std::move(each));
    };
    for (const FieldGroup& group : kFieldGroups)
        if (group.is_known(entity)) add(messages(group.name), sources_of(messages, entity, group));
    // Each of these tells its own sources where it is shown.
    if (!record.certificates.empty()) add(messages("field_group.certificates"), std::nullopt);
    if (!record.products.empty()) add(messages("field_group.products"), std::nullopt);

    put_list(view, "field_groups", groups);
    view["report_href"] = report(messages("report.whole_record"));
    view["report_mail"] = report_address ? View(*report_address) : View(false);
    view["page_address"] = View(entity_address(context, entity.id));
}

}  // namespace wespol
