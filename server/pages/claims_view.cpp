// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/claims_view.h"

#include <string>
#include <tuple>

namespace wespol {
namespace {

/// A field that has no name of its own for readers stands under its key.
std::string field_label(const Messages& messages, const std::string& field) {
    const std::string key = "field." + field;
    return messages.has(key) ? messages(key) : field;
}

View claim_view(const Messages& messages, const SourceClaim& claim) {
    View view;
    const auto& [file, sheet] = std::tie(claim.provenance.file, claim.provenance.sheet);
    view["claim_file"] = View(sheet ? file + " › " + *sheet : file);
    view["claim_row"] = View(std::to_string(claim.provenance.row));
    view["claim_as_of"] =
        claim.provenance.as_of ? View(messages.date(*claim.provenance.as_of)) : View(false);
    std::string fields;
    for (const std::string& field : claim.fields)
        fields += (fields.empty() ? "" : ", ") + field_label(messages, field);
    view["claim_fields"] = maybe(fields);
    Views differing;
    for (const DifferingValue& lost : claim.differing) {
        View each;
        each["differing_field"] = View(field_label(messages, lost.field));
        each["differing_value"] = View(lost.value);
        differing.push_back(std::move(each));
    }
    put_list(view, "differing", differing);
    return view;
}

}  // namespace

Views claim_views(const Messages& messages, const std::vector<SourceClaim>& claims) {
    Views views;
    for (const SourceClaim& each : claims)
        views.push_back(claim_view(messages, each));
    return views;
}

}  // namespace wespol
