// SPDX-License-Identifier: GPL-3.0-or-later
// NIP, REGON and KRS numbers: taken from any writing, checked by their rules, kept as digits.
// Rules: docs/domain (part 3). They say that a number is well formed, never that it is registered.
// Thread-safe: no state.
#pragma once

#include "core/support/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

/// As a keyboard has them: digits of any script or width, dashes of any length, spaces of any width
/// ("607–008", "６０７"), which come with what is copied from a document. All else as it was.
std::string with_plain_signs(std::string_view text);

/// "778-134-68-88", "PL7781346888" → "7781346888"; a wrong check digit is named.
Result<std::string> parse_nip(std::string_view text);

/// 9 or 14 digits; returns as many as were given.
Result<std::string> parse_regon(std::string_view text);

/// Exactly 10 digits, not all zero.
Result<std::string> parse_krs(std::string_view text);

/// "61731", "61-731" → "61-731".
Result<std::string> parse_postal_code(std::string_view text);

enum class IdentifierKind { nip, krs, regon, cpv, phone };

struct Identifier {
    IdentifierKind kind;
    std::string digits;            ///< CPV: the 8 digits without the check digit
    std::string check_digit = {};  ///< CPV: as written, not checked; "" where it was left out

    friend bool operator==(const Identifier& a, const Identifier& b) {
        return a.kind == b.kind && a.digits == b.digits;
    }
};

/// "+48 63 249 39 57", "(63) 249-39-57" → "632493957": nine digits of Poland's numbering plan.
Result<std::string> parse_phone(std::string_view text);

/// All kinds that a text can be: ten digits may be both a NIP and a KRS. Empty when it is none.
/// Spaces, hyphens, dots, a leading "PL", "NIP:", "KRS", "REGON" are allowed for; what is called a
/// KRS number may lack its leading zeros, a CPV code the zeros at its end ("CPV 909").
std::vector<Identifier> recognise_identifiers(std::string_view text);

}  // namespace wespol
