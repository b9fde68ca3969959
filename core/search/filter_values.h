// SPDX-License-Identifier: GPL-3.0-or-later
// What the values of filters stand for: codes, and names of concepts and places in any language.
// Every filter of the schema is there. Thread-safe: no state.
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/index/schema.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

/// The codes a value stands for, none if it is unknown; and all codes, for the one who mistyped.
struct FilterValues {
    FieldId field;
    std::vector<std::string> (*resolve)(const References&, std::string_view value);
    std::vector<std::string> (*all)(const References&);
};

std::span<const FilterValues> filter_values();

}  // namespace wespol
