// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/legal_facts_view.h"

#include "server/pages/labels.h"
#include "server/pages/links.h"

#include <algorithm>
#include <array>
#include <utility>

namespace wespol {

namespace {

/// Statuses of vocabulary "status" that speak of a social enterprise, the stronger first.
constexpr std::array<std::string_view, 2> kEnterpriseStatuses{"przedsiebiorstwo_spoleczne",
                                                              "ps_owes"};

View day_view(const std::optional<PartialDate>& date) {
    return date ? View(date->in_polish()) : View(false);
}

View row(const std::string& title, View label) {
    View view;
    view["fact"] = View(title);
    view["label"] = std::move(label);
    view["detail"] = View(false);
    view["basis"] = View(false);
    view["day"] = View(false);
    view["not_proven"] = View(false);
    view["meaning"] = View(false);
    put_list(view, "fact_sources", {});
    return view;
}

View art_94_row(const PageContext& context, const Messages& messages, const EntityRecord& record) {
    const Concept* form = context.references.legal_form.find(record.entity.legal_form);
    const std::string kind = form && form->art_94 ? *form->art_94 : "";
    const bool from_form = kind == "z_formy";
    const char* key = from_form                   ? "fact.art_94.from_form"
                      : kind == "do_oswiadczenia" ? "fact.art_94.to_declare"
                                                  : "fact.art_94.unknown";
    View view = row(messages("fact.art_94"),
                    state_label(from_form ? "stamp" : "question", "plain", messages(key)));
    if (form)
        view["detail"] =
            View(messages("fact.art_94.form", {{"form", form->label(context.language)}}));
    view["basis"] = View(messages("fact.art_94.basis"));
    view["day"] = day_view(record.entity.provenance.as_of);
    view["not_proven"] = View(messages("fact.art_94.not_proven"));
    return view;
}

View enterprise_row(const PageContext& context, const Messages& messages,
                    const EntityRecord& record) {
    const EntityStatus* status = enterprise_status(record.entity);
    if (!status) {
        View view = row(messages("fact.enterprise"),
                        state_label("question", "plain", messages("fact.enterprise.none")));
        view["basis"] = View(messages("fact.enterprise.check"));
        view["day"] = day_view(record.entity.provenance.as_of);
        view["not_proven"] = View(messages("fact.enterprise.none_not_proven"));
        return view;
    }
    const auto& held = record.statuses;
    const bool is_held = std::find(held.begin(), held.end(), status->status) != held.end();
    const Concept* known = context.references.status.find(status->status);
    View view = row(messages("fact.enterprise"),
                    state_label(is_held ? "stamp" : "question", "plain",
                                context.references.status.label(status->status, context.language)));
    std::string detail;
    if (status->from) detail = messages("period.from", {{"day", status->from->in_polish()}});
    if (status->until)
        detail += (detail.empty() ? "" : ", ") +
                  messages("period.until", {{"day", status->until->in_polish()}});
    if (!is_held)
        detail +=
            (detail.empty() ? "" : "; ") +
            messages("fact.enterprise.not_on_day", {{"day", format_day_polish(context.as_of)}});
    view["detail"] = maybe(detail);
    view["basis"] = maybe(status->basis);
    view["day"] = day_view(status->as_of ? status->as_of : record.entity.provenance.as_of);
    put_list(view, "fact_sources", source_views(status->sources));
    if (known && known->note)
        view["meaning"] = View(*known->note);
    else
        view["not_proven"] = View(messages("fact.enterprise.none_not_proven"));
    return view;
}

View mark_row(const PageContext& context, const Messages& messages, const EntityRecord& record) {
    const CertificateState state = record.certificate_state;
    const std::size_t count = record.certificates.size();
    const bool is_later = state == CertificateState::never && count > 0;
    View view = row(messages("fact.mark"), is_later ? not_yet_granted_label(messages)
                                                    : certificate_state_label(context, state));
    if (count > 0)
        view["detail"] = View(
            messages(is_later ? "fact.mark.count_later" : "fact.mark.count", {{"count", count}}));
    view["basis"] = View(messages(count == 0 ? "fact.mark.basis_never" : "fact.mark.basis"));
    view["day"] = View(format_day_polish(record.as_of));
    view["not_proven"] = View(messages("fact.mark.not_proven"));
    return view;
}

}  // namespace

const EntityStatus* enterprise_status(const Entity& entity) {
    for (const std::string_view wanted : kEnterpriseStatuses)
        for (const EntityStatus& status : entity.statuses)
            if (status.status == wanted) return &status;
    return nullptr;
}

Views source_views(const std::vector<std::string>& urls) {
    Views views;
    for (const std::string& url : urls) {
        const auto href = web_href(url);
        View view;
        view["source_href"] = maybe(href);
        view["source_name"] = View(href ? web_label(url) : url);
        views.push_back(std::move(view));
    }
    return views;
}

Views legal_fact_views(const PageContext& context, const Messages& messages,
                       const EntityRecord& record) {
    Views rows;
    rows.push_back(art_94_row(context, messages, record));
    rows.push_back(enterprise_row(context, messages, record));
    rows.push_back(mark_row(context, messages, record));
    return rows;
}

}  // namespace wespol
