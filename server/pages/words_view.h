// SPDX-License-Identifier: GPL-3.0-or-later
// The vocabularies → the page /slowa: which words mean what, in three languages. The first words of
// each concept stand open, the others behind a click: it is read by people. Thread-safe: no state.
#pragma once

#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"
#include "server/pages/view.h"

namespace wespol {

View words_view(const PageContext& context, const Messages& messages);

}  // namespace wespol
