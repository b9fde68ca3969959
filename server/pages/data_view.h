// SPDX-License-Identifier: GPL-3.0-or-later
// The page of what the directory is made of and can be fetched as, and the page of the addresses
// for programs. How much is known of it is quality_view.h. Thread-safe: no state.
#pragma once

#include "core/catalogue/quality_figures.h"
#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"
#include "server/pages/view.h"

namespace wespol {

View data_view(const PageContext& context, const Messages& messages, const QualityFigures& figures);

View api_view(const PageContext& context, const Messages& messages);

}  // namespace wespol
