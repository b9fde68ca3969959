// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of the served generation → the page /dane/jakosc: how much is known, since when, from
// which lists. Nothing of single records. Thread-safe: no state.
#pragma once

#include "core/catalogue/quality_figures.h"
#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"
#include "server/pages/view.h"

namespace wespol {

/// Puts {figures: [{number, label}], sources: [{file, rows, rejected}]}: how many records there
/// are, and the lists that were read.
void put_figures(View& view, const Messages& messages, const QualityFigures& figures);

View quality_view(const PageContext& context, const Messages& messages,
                  const QualityFigures& figures);

}  // namespace wespol
