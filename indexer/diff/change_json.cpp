// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/diff/change_json.h"

#include "indexer/diff/field_names.h"
#include "indexer/linking/evidence_json.h"

#include <utility>

#include <nlohmann/json.hpp>

namespace wespol {
namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::string& text) {
    return text.empty() ? Json() : Json(text);
}

/// What differences() wrote.
Json value_of(const std::string& json) {
    return json.empty() ? Json() : Json::parse(json);
}

Json as_json(const FieldChange& change) {
    return {{"field", change.field},
            {"label", polish_field(change.field)},
            {"before", value_of(change.before)},
            {"after", value_of(change.after)}};
}

Json about(const RecordChange& change) {
    return {{"id", change.id},
            {"name", change.name},
            {"file", change.place.file},
            {"sheet", or_null(change.place.sheet)},
            {"row", change.place.row}};
}

Json as_json(const RecordChanges& changes) {
    Json json{{"new", Json::array()},
              {"changed", Json::array()},
              {"gone", Json::array()},
              {"unknown", Json::array()}};
    for (const RecordChange& each : changes.added)
        json["new"].push_back(about(each));
    for (const RecordChange& each : changes.changed) {
        Json record = about(each);
        record["fields"] = Json::array();
        for (const FieldChange& field : each.fields)
            record["fields"].push_back(as_json(field));
        json["changed"].push_back(std::move(record));
    }
    for (const RecordChange& each : changes.gone) {
        Json record = about(each);
        record["moved_to"] = or_null(each.moved_to);
        record["why"] = or_null(each.why);
        json["gone"].push_back(std::move(record));
    }
    for (const RecordChange& each : changes.unknown)
        json["unknown"].push_back(about(each));
    return json;
}

Json counts(const RecordChanges& changes) {
    return {{"before", changes.before},
            {"after", changes.after},
            {"new", changes.added.size()},
            {"changed", changes.changed.size()},
            {"changed_sources_only", changes.of_sources_only()},
            {"gone", changes.gone.size()},
            {"unknown", changes.unknown.size()},
            {"moved_rows", changes.moved}};
}

/// The keys that `before` and `after` of these changes have; null = not told.
struct Told {
    const char* before;
    const char* after;
};

Json as_json(const std::vector<CertificateChange>& changes, Told told) {
    Json list = Json::array();
    for (const CertificateChange& each : changes) {
        Json json{{"id", each.id},
                  {"holder_name", each.holder_name},
                  {"subject", or_null(each.subject)},
                  {"file", each.place.file},
                  {"sheet", or_null(each.place.sheet)},
                  {"row", each.place.row}};
        if (told.before) json[told.before] = each.before;
        if (told.after) json[told.after] = each.after;
        if (json.contains("holder")) {
            json["by"] = !each.decision.empty() ? "person" : each.by_program ? "program" : "list";
            json["decision"] = or_null(each.decision);
        }
        if (json.contains("granted_on")) json["gap_since"] = or_null(each.gap_since);
        list.push_back(std::move(json));
    }
    return list;
}

Json as_json(const Diagnostic& diagnostic) {
    return {{"file", diagnostic.file},
            {"sheet", or_null(diagnostic.sheet)},
            {"row", diagnostic.row},
            {"field", or_null(diagnostic.field)},
            {"value", diagnostic.value},
            {"message", diagnostic.message},
            {"advice", or_null(diagnostic.advice)}};
}

}  // namespace

std::string changes_json(const ChangeSet& changes) {
    const CertificateChanges& events = changes.certificate_events;
    Json json;
    json["against"] = or_null(changes.against);
    json["published_on"] =
        changes.against.empty() ? Json() : Json(format_day(changes.published_on));
    json["today"] = format_day(changes.today);
    Json certificates = counts(changes.certificates);
    certificates["renewed"] = events.renewed.size();
    certificates["expired"] = events.expired.size();
    certificates["linked"] = events.linked.size();
    certificates["relinked"] = events.relinked.size();
    certificates["unlinked"] = events.unlinked.size();
    json["counts"] = {{"entities", counts(changes.entities)},
                      {"certificates", std::move(certificates)},
                      {"products", counts(changes.products)},
                      {"needs_decision", changes.undecided.size()},
                      {"rejected_rows", changes.rejected_rows}};
    json["entities"] = as_json(changes.entities);
    json["certificates"] = as_json(changes.certificates);
    json["certificates"]["renewed"] = as_json(events.renewed, {"renews", "granted_on"});
    json["certificates"]["expired"] = as_json(events.expired, {"ended_on", nullptr});
    json["certificates"]["linked"] = as_json(events.linked, {nullptr, "holder"});
    json["certificates"]["relinked"] = as_json(events.relinked, {"holder_before", "holder"});
    json["certificates"]["unlinked"] = as_json(events.unlinked, {"holder_before", nullptr});
    json["products"] = as_json(changes.products);
    json["needs_decision"] = Json::parse(outcomes_json(changes.undecided));
    json["rejected"] = Json::array();
    for (const Diagnostic& each : changes.rejected)
        json["rejected"].push_back(as_json(each));
    json["unreadable"] = Json::array();
    for (const UnreadableFile& each : changes.unreadable)
        json["unreadable"].push_back(
            {{"file", each.file}, {"why", or_null(each.why)}, {"published", each.published}});
    json["lists"] = Json::array();
    for (const ListChange& each : changes.lists)
        json["lists"].push_back({{"list", each.list},
                                 {"label", polish_list(each.list)},
                                 {"new", each.added},
                                 {"changed", each.changed},
                                 {"gone", each.gone}});
    json["new_program"] = changes.is_new_program;
    constexpr int one_line = -1;
    return json.dump(one_line, ' ', false, Json::error_handler_t::replace);
}

}  // namespace wespol
