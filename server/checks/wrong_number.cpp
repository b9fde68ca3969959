// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/checks/wrong_number.h"

#include "core/catalogue/identifiers.h"

namespace wespol {
namespace {

/// "cyfry" and not "cyfr"; Ukrainian counts alike.
bool is_few(std::size_t count) {
    const std::size_t last = count % 10;
    return last >= 2 && last <= 4 && count / 10 != 1;
}

constexpr InThree kWrongLength{"Numer ma {0} {1}, a NIP i KRS mają ich 10, REGON 9 albo 14.",
                               "The number has {0} digits; NIP and KRS have 10, REGON 9 or 14.",
                               "Номер має {0} {2}, а NIP і KRS мають їх 10, REGON 9 або 14."};
constexpr InThree kMaybeShortKrs{
    "Jeśli to KRS bez zer na początku, napisz „KRS {}”.",
    "If this is a KRS number without the zeros at its beginning, write “KRS {}”.",
    "Якщо це KRS без нулів на початку, напишіть «KRS {}»."};
constexpr InThree kShortNip{"A jeśli to NIP, brakuje w nim jednej cyfry.",
                            "And if it is a NIP, one digit is missing.",
                            "А якщо це NIP, у ньому бракує однієї цифри."};

Wording of_wrong_length(const std::string& digits) {
    const bool few = is_few(digits.size());
    const Wording why =
        worded(kWrongLength, digits.size(), few ? "cyfry" : "cyfr", few ? "цифри" : "цифр");
    return digits.size() < 9 ? followed_by(why, worded(kMaybeShortKrs, digits)) : why;
}

}  // namespace

Wording why_no_number(const std::string& digits, std::string_view kind) {
    const bool is_nip = kind == "nip" || (kind.empty() && digits.size() == 10);
    const bool is_regon =
        kind == "regon" || (kind.empty() && (digits.size() == 9 || digits.size() == 14));
    const auto parsed = is_nip          ? parse_nip(digits)
                        : is_regon      ? parse_regon(digits)
                        : kind == "krs" ? parse_krs(digits)
                                        : Result<std::string>(problem(of_wrong_length(digits)));
    if (parsed) return {};
    const Wording why = parsed.error().wording();
    const bool may_be_short_nip = kind.empty() && digits.size() == 9;
    return may_be_short_nip ? followed_by(why, worded(kShortNip)) : why;
}

}  // namespace wespol
