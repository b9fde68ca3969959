// SPDX-License-Identifier: GPL-3.0-or-later
// A label in up to three languages, as the vocabularies and the region's tables write it:
// {"pl": …, "en": …, "uk": …}. Thread-safe: no state.
#pragma once

#include "core/catalogue/vocabulary.h"
#include "indexer/source/field_reader.h"

#include <array>
#include <string>
#include <string_view>

namespace wespol {

/// By Language, "" where not known.
using Labels = std::array<std::string, kLanguages.size()>;

Labels labels(FieldReader& fields, std::string_view key);

/// As labels(); a missing Polish one costs the record.
Labels required_labels(FieldReader& fields, std::string_view key);

}  // namespace wespol
