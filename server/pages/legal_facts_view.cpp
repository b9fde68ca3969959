// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/legal_facts_view.h"

#include "server/pages/labels.h"
#include "server/pages/links.h"

#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace wespol {

namespace {

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

std::string art_94_message(Art94Category category) {
    switch (category) {
        case Art94Category::from_form:
            return "fact.art_94.from_form";
        case Art94Category::to_declare:
            return "fact.art_94.to_declare";
        case Art94Category::unknown:
            return "fact.art_94.unknown";
    }
    return "fact.art_94.unknown";
}

View art_94_row(const PageContext& context, const Messages& messages, const Art94Fact& fact) {
    View view = row(messages("fact.art_94"), art_94_label(messages, fact));
    if (context.references.legal_form.find(fact.legal_form))
        view["detail"] = View(messages(
            "fact.art_94.form",
            {{"form", context.references.legal_form.label(fact.legal_form, context.language)}}));
    view["basis"] = View(messages("fact.art_94.basis"));
    view["day"] = day_view(fact.as_of);
    view["not_proven"] = View(messages("fact.art_94.not_proven"));
    return view;
}

/// What is known of the status beside its days; "" while it is held.
std::string status_on_day(const Messages& messages, StatusState state, const std::string& day) {
    switch (state) {
        case StatusState::held:
        case StatusState::none_known:
            return "";
        case StatusState::uncertain:
            return messages("fact.enterprise.uncertain", {{"day", day}});
        case StatusState::ended:
            return messages("fact.enterprise.ended", {{"day", day}});
        case StatusState::not_yet:
            return messages("fact.enterprise.not_yet", {{"day", day}});
    }
    return "";
}

View enterprise_row(const PageContext& context, const Messages& messages,
                    const EntityRecord& record) {
    const EnterpriseFact& fact = record.facts.enterprise;
    if (!fact.status) {
        View view = row(messages("fact.enterprise"),
                        state_label("question", "plain", messages("fact.enterprise.none")));
        view["basis"] = View(messages("fact.enterprise.check"));
        view["day"] = day_view(record.entity.provenance.as_of);
        view["not_proven"] = View(messages("fact.enterprise.none_not_proven"));
        return view;
    }
    const EntityStatus& status = *fact.status;
    const Concept* known = context.references.status.find(status.status);
    View view = row(messages("fact.enterprise"),
                    state_label(fact.state == StatusState::held ? "stamp" : "question", "plain",
                                context.references.status.label(status.status, context.language)));
    std::vector<std::string> details;
    if (status.from)
        details.push_back(messages("period.from", {{"day", status.from->in_polish()}}));
    if (status.until)
        details.push_back(messages("period.until", {{"day", status.until->in_polish()}}));
    std::string detail = fmt::format("{}", fmt::join(details, ", "));
    const std::string on_day =
        status_on_day(messages, fact.state, format_day_polish(context.as_of));
    if (!on_day.empty()) detail += (detail.empty() ? "" : "; ") + on_day;
    view["detail"] = maybe(detail);
    view["basis"] = maybe(status.basis);
    view["day"] = day_view(status.as_of ? status.as_of : record.entity.provenance.as_of);
    put_list(view, "fact_sources", source_views(status.sources));
    if (known && known->note)
        view["meaning"] = View(*known->note);
    else
        view["not_proven"] = View(messages("fact.enterprise.none_not_proven"));
    return view;
}

View mark_row(const PageContext& context, const Messages& messages, const LegalFacts& facts) {
    const CertificateState state = facts.mark.state;
    const std::size_t count = facts.mark.known_certificates;
    const bool is_later = state == CertificateState::never && count > 0;
    View view = row(messages("fact.mark"), mark_fact_label(context, messages, facts.mark));
    if (count > 0)
        view["detail"] = View(
            messages(is_later ? "fact.mark.count_later" : "fact.mark.count", {{"count", count}}));
    view["basis"] = View(messages(count == 0 ? "fact.mark.basis_never" : "fact.mark.basis"));
    view["day"] = View(format_day_polish(facts.as_of));
    view["not_proven"] = View(messages("fact.mark.not_proven"));
    return view;
}

}  // namespace

View art_94_label(const Messages& messages, const Art94Fact& fact) {
    const bool from_form = fact.category == Art94Category::from_form;
    return state_label(from_form ? "stamp" : "question", "plain",
                       messages(art_94_message(fact.category)));
}

View enterprise_label(const PageContext& context, const Messages& messages,
                      const EnterpriseFact& fact) {
    if (!fact.status) return state_label("question", "plain", messages("fact.enterprise.none"));
    const std::string on_day =
        status_on_day(messages, fact.state, format_day_polish(context.as_of));
    return state_label(fact.state == StatusState::held ? "stamp" : "question", "plain",
                       context.references.status.label(fact.status->status, context.language) +
                           (on_day.empty() ? "" : ": " + on_day));
}

View mark_fact_label(const PageContext& context, const Messages& messages, const MarkFact& fact) {
    const bool is_later = fact.state == CertificateState::never && fact.known_certificates > 0;
    return is_later ? not_yet_granted_label(messages)
                    : certificate_state_label(context, fact.state);
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
    rows.push_back(art_94_row(context, messages, record.facts.art_94));
    rows.push_back(enterprise_row(context, messages, record));
    rows.push_back(mark_row(context, messages, record.facts));
    return rows;
}

}  // namespace wespol
