// SPDX-License-Identifier: GPL-3.0-or-later
// Why a hit stands where it does, in one sentence: "W nazwie: „furia”; w ofercie: „szycie”; branża:
// krawiectwo." Thread-safe as Messages are.
#pragma once

#include "core/search/score_part.h"
#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"

#include <string>
#include <vector>

namespace wespol {

/// "" when nothing made a score.
std::string explanation_sentence(const PageContext& context, const Messages& messages,
                                 const std::vector<ScorePart>& explanation);

}  // namespace wespol
