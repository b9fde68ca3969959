// SPDX-License-Identifier: GPL-3.0-or-later
// The change of one value in words: "„Furia” → „Furia Plus”", "dopisano „pranie”; usunięto
// „szycie”". Thread-safe: no state.
#pragma once

#include "core/catalogue/catalogue.h"
#include "indexer/diff/change_set.h"

#include <string>

namespace wespol {

std::string change_of_value(const FieldChange& change, const References& references);

}  // namespace wespol
