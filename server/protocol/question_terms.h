// SPDX-License-Identifier: GPL-3.0-or-later
// A search in plain Polish words, as a protocol tells it: what was typed, how it was understood,
// what it was narrowed to. Thread-safe: no state.
#pragma once

#include "core/search/search_response.h"
#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"
#include "server/protocol/protocol.h"

#include <vector>

namespace wespol {

enum class QuestionOf { entities, certificates };

std::vector<ProtocolTerm> question_terms(const PageContext& context, const Messages& messages,
                                         const SearchResponse& response,
                                         QuestionOf of = QuestionOf::entities);

}  // namespace wespol
