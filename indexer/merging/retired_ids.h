// SPDX-License-Identifier: GPL-3.0-or-later
// Ids that are no entity's any more: those the office keeps in <data>/retired_ids.jsonl and those
// of records that were merged into others. Whatever points to one that moved is led on.
// Thread-safe: no state.
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/support/diagnostic.h"
#include "indexer/source/field_reader.h"

#include <filesystem>
#include <vector>

namespace wespol {

inline constexpr const char* kRetiredIdsFile = "retired_ids.jsonl";

/// The file's rows and `moved`, in the order of their ids, each leading straight to an entity. Left
/// out with an error: a row whose id an entity still has, or whose target is none. No file, no
/// rows.
std::vector<RetiredId> load_retired_ids(const std::filesystem::path& directory,
                                        std::vector<RetiredId> moved, const IdSet& entities,
                                        Diagnostics& diagnostics);

/// The line to paste into the file for an id that is gone.
std::string retired_id_line(const std::string& id);

/// Rewrites holders, makers, operators and support centres that name an id that moved.
void follow_moved_ids(Catalogue& catalogue);

}  // namespace wespol
