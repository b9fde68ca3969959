// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/claims_view.h"

#include <string>

namespace wespol {
namespace {

std::string field_label(const Messages& messages, const std::string& field) {
    const std::string key = "field." + field;
    return messages.has(key) ? messages(key) : field;
}

View claim_view(const Messages& messages, const SourceClaim& claim) {
    View view;
    view["claim_file"] = View(file_and_sheet(claim.provenance));
    view["claim_row"] = View(std::to_string(claim.provenance.row));
    view["claim_as_of"] =
        claim.provenance.as_of ? View(messages.date(*claim.provenance.as_of)) : View(false);
    view["claim_fields"] = maybe(field_labels(messages, claim.fields));
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

std::string field_labels(const Messages& messages, const std::vector<std::string>& fields) {
    std::string labels;
    for (const std::string& field : fields)
        labels += (labels.empty() ? "" : ", ") + field_label(messages, field);
    return labels;
}

std::string file_and_sheet(const Provenance& provenance) {
    return provenance.sheet ? provenance.file + " › " + *provenance.sheet : provenance.file;
}

}  // namespace wespol
