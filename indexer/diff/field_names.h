// SPDX-License-Identifier: GPL-3.0-or-later
// What the fields of records and the lists are called in Polish, and how their values are shown to
// people: one table for the text and the JSON of changes. Thread-safe: no state.
#pragma once

#include "core/catalogue/catalogue.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace wespol {

/// "telefon"; the key itself when the table does not know it.
std::string_view polish_field(std::string_view key);

/// Where the field stands among others when they are listed.
std::size_t rank_of_field(std::string_view key);

/// The sources of a record and what each of them says: of interest, but no other fact.
bool tells_of_sources(std::string_view key);

/// A single value, as text of the record: a code with its label, a date as people write it.
std::string shown_value(std::string_view key, const std::string& value,
                        const References& references);

/// "branże (słownik)"; the name of the list itself when the table does not know it.
std::string_view polish_list(std::string_view list);

}  // namespace wespol
