// SPDX-License-Identifier: GPL-3.0-or-later
// Two writings of one record → the fields in which they differ. Keys stand side by side as they
// are, so records of another version of the program can be compared too. Thread-safe: no state.
#pragma once

#include "indexer/diff/change_set.h"

#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace wespol {

/// Field by field, those of the provenance one by one, in the order of rank_of_field. Rows are no
/// fields: a record that moved within its file is the same record.
std::vector<FieldChange> differences(nlohmann::json before, nlohmann::json after);

/// Takes the row out of every provenance in it.
void forget_rows(nlohmann::json& json);

}  // namespace wespol
