// SPDX-License-Identifier: GPL-3.0-or-later
// What there is to say of the sources, for people who run build or diff. Thread-safe: no state.
#pragma once

#include "core/support/diagnostic.h"

#include <ostream>

namespace wespol {

/// One line each, mistakes first, notes last; of very many the first ones.
void print_remarks(const Diagnostics& diagnostics, std::ostream& remarks);

}  // namespace wespol
