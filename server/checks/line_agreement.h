// SPDX-License-Identifier: GPL-3.0-or-later
// Whether what stands beside a number in a line fits the entities of that number: another number, a
// name. Says no more than the directory knows: words that tell nothing contradict nothing.
// Thread-safe: no state.
#pragma once

#include "core/catalogue/identifiers.h"
#include "core/search/entity_lookup.h"

#include <string>
#include <string_view>

namespace wespol {

/// No entity is in both.
bool are_apart(const Standings& some, const Standings& others);

/// What the directory knows in place of a number it does not find; null where it knows none.
const std::string* known_number(const Standings& found, IdentifierKind kind);

/// "Fundacja", "ZAZ": that a text is the name of a body, not an address or a remark.
bool has_form_word(std::string_view name);

/// Of the words that tell one entity from another none is known of these; false where there are no
/// such words.
bool shares_no_word(std::string_view name, const Standings& found);

/// One of the words of `name` that tell one entity from another stands in `other` too.
bool shares_a_word(std::string_view name, std::string_view other);

/// Their very name, but for case, diacritics and punctuation.
bool is_name_of(std::string_view name, const Standings& found);

}  // namespace wespol
