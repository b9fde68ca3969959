// SPDX-License-Identifier: GPL-3.0-or-later
// Two listeners to progress: a line on a terminal that is written over and gone at the end, and
// events for a program. Not thread-safe by themselves; stages call them one at a time.
#pragma once

#include "core/support/progress.h"

#include <ostream>
#include <string>

namespace wespol {

/// "Czytanie sources/entities.jsonl: 12 345", "Łączenie rekordów: 400 z 1 200 (33%)".
std::string progress_text(const ProgressStep& step);

/// Writes over one line of `terminal`, at most kLineWidth columns, and clears it when a stage ends.
/// The stream outlives it.
Progress progress_line(std::ostream& terminal);

/// JSON lines {"event":"progress","phase","subject","done","total"}, at most one a second and none
/// in the first second of a stage: short work stays one line of result. The stream outlives it.
Progress progress_events(std::ostream& out);

inline constexpr std::size_t kLineWidth = 79;

}  // namespace wespol
