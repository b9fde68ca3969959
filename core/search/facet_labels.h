// SPDX-License-Identifier: GPL-3.0-or-later
// What facets and their values are called, in the language asked for. Thread-safe.
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/index/schema.h"

#include <string>

namespace wespol {

/// "Branża"; "" for a field that is not a facet.
std::string facet_label(FieldId field, Language language);

/// "catering", "gnieźnieński"; the code itself when it has no label.
std::string value_label(const References& references, FieldId field, const std::string& code,
                        Language language);

/// The vocabulary a facet takes its values from; null for places, which come from the region.
const Vocabulary* vocabulary_of(const References& references, FieldId field);

}  // namespace wespol
