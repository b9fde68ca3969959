// SPDX-License-Identifier: GPL-3.0-or-later
// A name as it stands in a list, taken apart: legal form, words of the name itself, places, the
// operator, numbers, identifiers. Plain values; made by NameParser.
#pragma once

#include "core/catalogue/identifiers.h"
#include "indexer/linking/name_word.h"
#include "indexer/linking/place_hint.h"

#include <string>
#include <vector>

namespace wespol {

struct ParsedName {
    std::string text;                ///< as given
    std::string form;                ///< code; empty = the name does not say
    bool is_form_kept = false;       ///< only hinted at by a word of the name
    bool has_place_in_name = false;  ///< not in brackets behind it
    bool is_in_base_form = false;    ///< its form is in the nominative
    NameWords core;                  ///< what is left: the name itself; word order is free
    NameWords aside;                 ///< in brackets, streets: may agree, is not missed
    NameWords operator_words;        ///< "Fundacji „Mielnica”" of "WTZ Fundacji „Mielnica”"
    std::vector<PlaceHint> places;   ///< said to be places: "w Gnieźnie", "(Gniezno)"
    std::vector<PlaceHint> bare_places;  ///< names of places without a preposition: "WTZ Konin"
    std::vector<std::string> numbers;    ///< "2" of "nr 2"
    std::vector<std::string> patron_numbers;  ///< "ii" of "Jana Pawła II"
    std::vector<std::string> initials;        ///< acronyms that would fit: "jss", folded
    std::vector<Identifier> identifiers;
    std::vector<std::string> hosts;  ///< "lowes.lubuskie.org.pl"

    /// "WTZ w Śremie": nothing but a form and a place.
    bool is_nameless() const;
};

/// WTZ, ZAZ, CIS and KIS: run by somebody, under whose numbers they may stand.
bool is_unit_form(const std::string& form);

/// Forms whose bodies are commonly called after their place.
bool is_named_after_place(const std::string& form);

}  // namespace wespol
