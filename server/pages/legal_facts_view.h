// SPDX-License-Identifier: GPL-3.0-or-later
// Three legal facts, three rows: the category of art. 94 of the procurement law, the status of a
// social enterprise, the Zakup Prospołeczny mark. None proves another; each row says where it is
// from, of which day, and what it does not prove. Never "eligible". Thread-safe: no state.
#pragma once

#include "core/search/search_response.h"
#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"
#include "server/pages/view.h"

namespace wespol {

/// {fact, label, detail, basis, fact_sources, day, not_proven, meaning} each. `meaning` stands
/// instead of `not_proven` where the vocabulary says both in one note.
Views legal_fact_views(const PageContext& context, const Messages& messages,
                       const EntityRecord& record);

/// Each fact alone in a few words, for tables: {icon, tone, text}.
View art_94_label(const Messages& messages, const Art94Fact& fact);
View enterprise_label(const PageContext& context, const Messages& messages,
                      const EnterpriseFact& fact);
View mark_fact_label(const PageContext& context, const Messages& messages, const MarkFact& fact);

/// Links to the pages a record rests on; what is not a web address is shown as text.
Views source_views(const std::vector<std::string>& urls);

}  // namespace wespol
