// SPDX-License-Identifier: GPL-3.0-or-later
// CPV codes as numbers: the one place of the rule that the tree is in the digits
// (55500000 → 55520000 → 55523100; docs: domain, part 3), and codes as people write them. What a
// code is called is for the vocabulary to say. Thread-safe: no state.
#pragma once

#include "core/catalogue/vocabulary.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

/// What a code is to the one asked for, nearest first.
enum class CpvRelation { exact, broader, narrower, none };
inline constexpr std::array kCpvRelations{CpvRelation::exact, CpvRelation::broader,
                                          CpvRelation::narrower};

std::string_view code(CpvRelation relation);  ///< "exact", "broader", "narrower", "none"

/// Of two codes of 8 digits: 55500000 is broader than 55520000, 55523100 narrower.
CpvRelation cpv_relation(std::string_view code, std::string_view asked);

/// "55": the same in a code and in all that are broader or narrower.
std::string_view cpv_division(std::string_view code);

/// The codes above it by its digits, the division first; none for a division.
std::vector<std::string> cpv_ancestors(std::string_view code);

struct WrittenCpv {
    std::string digits;       ///< 8, with the zeros that were left out at the end
    std::string check_digit;  ///< as written, not checked; "" where it was left out
};

/// "55520000-1", "555200001", "55.52.00.00", "CPV 5552"; null when it is none. Divisions begin
/// with 03, but only "00" is refused: which codes there are is for the vocabulary to say.
std::optional<WrittenCpv> parse_cpv(std::string_view text);

/// The check digit that a source gives, where another one was written; null when none was, when it
/// is the same, or when no source gives any. No rule by which it is computed is published: the
/// digits of the vocabulary are those that were seen.
std::optional<std::string> other_check_digit(const Vocabulary& cpv, const WrittenCpv& written);

}  // namespace wespol
