// SPDX-License-Identifier: GPL-3.0-or-later
// The small words and signs by which a name is taken apart: prepositions before places, "ul.",
// "gm.", Roman numbers, brackets. Thread-safe: no state.
#pragma once

#include "indexer/linking/form_writings.h"
#include "indexer/linking/name_word.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wespol {

template <class List>
bool contains(const List& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

inline constexpr std::array<std::string_view, 4> kPlacePrepositions{"w", "we", "z", "ze"};
inline constexpr std::array<std::string_view, 8> kStreetWords{"ul",    "ulica", "ulicy",   "al",
                                                              "aleja", "os",    "osiedle", "plac"};
inline constexpr std::array<std::string_view, 4> kMunicipalityWords{"gm", "gmina", "gminie",
                                                                    "gminy"};
inline constexpr std::array<std::string_view, 4> kCountyWords{"pow", "powiat", "powiecie",
                                                              "powiatu"};
inline constexpr std::array<std::string_view, 3> kOperatorWords{"operator", "organ", "prowadzacy"};
/// Names of towns that are commoner as words of a name: "Koło w Koninie", "Klub".
inline constexpr std::array<std::string_view, 3> kNeverBarePlaces{"kolo", "nowe", "dom"};
/// "warsztat Stowarzyszenia …" is not the association; "Jarocińskiej Spółdzielni" is the
/// cooperative.
inline constexpr std::array<std::string_view, 4> kGenitiveForms{"stowarzyszenia", "fundacji",
                                                                "spoldzielni", "towarzystwa"};
inline constexpr std::size_t kLongestNumber = 4;
/// "I" is left out: in capitals it is the word "and" as well.
inline constexpr std::array<std::string_view, 14> kRomanNumbers{
    "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "xi", "xii", "xiv", "xv", "xx", "xxi"};
/// "Jana Pawła II" is a patron, not a numbered branch.
inline constexpr std::array<std::string_view, 5> kNumberedNames{"pawla", "pawle", "pawel", "piusa",
                                                                "jana"};

/// "na", "rzecz", "im.": carries nothing of a name.
bool is_function_word(const NameWord& word);

/// Whether a capital "I" between two folded words is a number and not the word "and": "Przyjaciół I
/// Liceum", "Szkoły Muzycznej I i II stopnia", not "Gimnazjum I Liceum" of a loud list.
bool is_numeral_one(std::string_view before, std::string_view behind);

/// All in capitals: an acronym, or a name in a loud list.
bool is_upper_word(const NameWord& word);

/// All capitals or all small letters: capitals tell nothing.
bool is_caseless(const NameWords& words);

/// "a.b.pl"; null when the text is no name of a host.
std::optional<std::string> host_of(std::string_view text);

/// The text without its brackets, and what stood in each.
std::pair<std::string, std::vector<std::string>> split_brackets(std::string_view text);

}  // namespace wespol
