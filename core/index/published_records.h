// SPDX-License-Identifier: GPL-3.0-or-later
// The records of a generation as they are kept in it (record_json.h), whichever version of the
// program wrote them. For comparing; searching goes through IndexSnapshot. Thread-safe: no state.
#pragma once

#include "core/index/schema.h"

#include <filesystem>
#include <functional>
#include <string_view>

namespace wespol {

/// In the order of documents. Throws Error(environment) when the index cannot be read.
void read_published_records(const std::filesystem::path& generation_directory, DocumentType type,
                            const std::function<void(std::string_view json)>& take);

}  // namespace wespol
