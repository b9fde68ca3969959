// SPDX-License-Identifier: GPL-3.0-or-later
// The three legal facts of an entity in sentences: what a page, a protocol and a file say of each.
// Each says where it is from, of which day, and what it does not prove. Never "eligible".
// Thread-safe: no state.
#pragma once

#include "core/search/search_response.h"
#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"

#include <array>
#include <string>
#include <vector>

namespace wespol {

/// Texts that say nothing are "".
struct FactRow {
    std::string fact;        ///< "art_94", "enterprise", "mark"
    std::string title;       ///< "Znak Zakup Prospołeczny"
    std::string state;       ///< code: "z_formy", "brak_w_zrodlach", "wygasl" …
    std::string label;       ///< "wygasł"
    std::string icon, tone;  ///< of the label on a page (labels.h)
    std::string detail;
    std::string basis;
    bool basis_is_polish = false;      ///< whatever the language: a source says it
    std::vector<std::string> sources;  ///< addresses
    std::string day;                   ///< when the sources, or the directory, said so
    std::string not_proven;
    std::string meaning;  ///< instead of `not_proven` where the vocabulary says both in one note
};

inline constexpr const char* kPlainTone = "plain";

/// "wygasł, od 19.12.2015".
std::string mark_text(const PageContext& context, const Messages& messages, const MarkFact& fact);

/// "forma wymieniona w przepisie".
std::string art_94_text(const Messages& messages, const Art94Fact& fact);
const char* art_94_icon(const Art94Fact& fact);

/// "w dniu 22.11.2026 już go nie miał"; "" while it is held and where none is known.
std::string status_on_day(const Messages& messages, StatusState state, Day day);
const char* enterprise_icon(const EnterpriseFact& fact);

/// What must be known of facts told for that day: the law was another one, or the day is still to
/// come. None for most days.
std::vector<std::string> day_caveats(const Messages& messages, Day as_of, Day today);

std::array<FactRow, 3> fact_rows(const PageContext& context, const Messages& messages,
                                 const EntityRecord& record);

}  // namespace wespol
