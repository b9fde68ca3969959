// SPDX-License-Identifier: GPL-3.0-or-later
// Several records of one certificate → one, with what each of them says kept beside it. Whether
// they are of one was decided before (certificate_merger.h). Thread-safe: no state.
#pragma once

#include "core/catalogue/certificate.h"

#include <vector>

namespace wespol {

/// The first record gives the id and every value that it knows; what it does not know the others
/// give, in their order. Of days the most precise one is taken. `records` is not empty.
Certificate united(const std::vector<const Certificate*>& records);

}  // namespace wespol
