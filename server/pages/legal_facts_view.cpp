// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/legal_facts_view.h"

#include "server/pages/fact_rows.h"
#include "server/pages/labels.h"
#include "server/pages/links.h"

#include <string>
#include <utility>
#include <vector>

namespace wespol {

View art_94_label(const Messages& messages, const Art94Fact& fact) {
    return state_label(art_94_icon(fact), kPlainTone, art_94_text(messages, fact));
}

View enterprise_label(const PageContext& context, const Messages& messages,
                      const EnterpriseFact& fact) {
    if (!fact.status)
        return state_label(enterprise_icon(fact), kPlainTone, messages("fact.enterprise.none"));
    const std::string on_day = status_on_day(messages, fact.state, context.as_of);
    return state_label(enterprise_icon(fact), kPlainTone,
                       context.references.status.label(fact.status->status, context.language) +
                           (on_day.empty() ? "" : ": " + on_day));
}

View mark_fact_label(const PageContext& context, const Messages& messages, const MarkFact& fact) {
    const StateLook look = fact.is_later() ? kNotYetLook : look_of(fact.state);
    return state_label(look.icon, look.tone, mark_text(context, messages, fact));
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
    Views views;
    for (const FactRow& row : fact_rows(context, messages, record)) {
        View view;
        view["fact"] = View(row.title);
        view["label"] = state_label(row.icon, row.tone, row.label);
        view["detail"] = maybe(row.detail);
        view["basis"] = maybe(row.basis);
        view["basis_is_polish"] = View(row.basis_is_polish);
        view["day"] = maybe(row.day);
        view["not_proven"] = maybe(row.not_proven);
        view["meaning"] = maybe(row.meaning);
        put_list(view, "fact_sources", source_views(row.sources));
        views.push_back(std::move(view));
    }
    return views;
}

}  // namespace wespol
