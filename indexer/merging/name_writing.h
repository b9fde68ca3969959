// SPDX-License-Identifier: GPL-3.0-or-later
// How well a name is written, and how two names of one entity stand to each other: the same words
// in other letters, or some of them only. What counts, and in which order, is data
// (merging/field_rules.jsonl). Thread-safe: no state.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace wespol {

/// What one writing of a name can have before another.
enum class NameSign {
    readable_case,  ///< "wielkosc_liter": not in capitals alone, nor in small letters alone
    full_form,      ///< "pelna_forma": "Warsztat Terapii Zajęciowej", not "WTZ"
    quotes          ///< "cudzyslowy": „Promyk”, then "Promyk", then Promyk
};

/// By its word in the rules; null when there is no such sign.
std::optional<NameSign> name_sign(std::string_view code);

enum class NameRelation {
    other,
    same_words,  ///< apart from case, quotes, punctuation and the abbreviation of the form
    shorter,     ///< all words of the first are in the second
    longer       ///< the other way round
};
NameRelation relation_of_names(std::string_view a, std::string_view b);

/// Whether `a` is better by the first of the signs that tells them apart.
bool is_better_written(std::string_view a, std::string_view b, const std::vector<NameSign>& signs);

}  // namespace wespol
