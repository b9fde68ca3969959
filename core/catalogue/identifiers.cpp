// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/identifiers.h"

#include "core/analysis/code_points.h"
#include "core/support/ascii.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

#include <fmt/format.h>
#include <unicode/uchar.h>

namespace wespol {
namespace {

constexpr std::array kNipWeights{6, 5, 7, 2, 3, 4, 5, 6, 7};
constexpr std::array kRegon9Weights{8, 9, 2, 3, 4, 5, 6, 7};
constexpr InThree kOnlyZeros{"Numer {} nie może składać się z samych zer.",
                             "A {} number cannot consist of zeros only.",
                             "Номер {} не може складатися із самих нулів."};
constexpr std::array kRegon14Weights{2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8};

bool all_zero(std::string_view text) {
    return text.find_first_not_of('0') == text.npos;
}

/// ASCII letters in upper case; spaces, hyphens, colons, dots and their typographic kin left out.
std::string without_separators(std::string_view text) {
    constexpr std::string_view kBetweenDigits = " \t-:.()+/";
    std::string result;
    for (const char c : with_plain_signs(text))
        if (kBetweenDigits.find(c) == std::string_view::npos) result += ascii_upper(c);
    return result;
}

bool drop_prefix(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
}

int weighted_remainder(std::string_view digits, std::span<const int> weights) {
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        sum += weights[i] * (digits[i] - '0');
    return sum % 11;
}

Result<std::string> check_digit(std::string_view name, std::string_view digits, int expected) {
    const int given = digits.back() - '0';
    if (given == expected) return std::string(digits);
    return problem(worded({"Cyfra kontrolna numeru {} nie zgadza się: jest {}, powinno być {}.",
                           "The check digit of this {} number is wrong: it is {}, it should be {}.",
                           "Контрольна цифра номера {} не сходиться: є {}, має бути {}."},
                          name, given, expected));
}

Result<std::string> only_digits(std::string_view name, std::string_view text, std::size_t length) {
    if (!text.empty() && !all_digits(text))
        return problem(
            worded({"Numer {} składa się z samych cyfr.", "A {} number consists of digits only.",
                    "Номер {} складається лише з цифр."},
                   name));
    if (text.size() != length)
        return problem(worded(
            {"Numer {} ma {} cyfr, a podano {}.", "A {} number has {} digits, and {} were given.",
             "Номер {} має {} цифр, а подано {}."},
            name, length, text.size()));
    return std::string(text);
}

Result<std::string> checked_nip(std::string_view digits) {
    if (auto wrong = only_digits("NIP", digits, 10); !wrong) return wrong;
    if (all_zero(digits)) return problem(worded(kOnlyZeros, "NIP"));
    const int remainder = weighted_remainder(digits, kNipWeights);
    if (remainder == 10)
        return problem(
            {"Takiego numeru NIP nie ma: do jego pierwszych dziewięciu cyfr nie pasuje "
             "żadna cyfra kontrolna.",
             "There is no such NIP number: no check digit fits its first nine digits.",
             "Такого номера NIP немає: до його перших дев’яти цифр не підходить жодна "
             "контрольна цифра."});
    return check_digit("NIP", digits, remainder);
}

Result<std::string> checked_regon(std::string_view digits) {
    const std::size_t length = digits.size() == 14 ? 14 : 9;
    if (auto wrong = only_digits("REGON", digits, length); !wrong) {
        if (!digits.empty() && !all_digits(digits)) return wrong;
        return problem(worded({"Numer REGON ma 9 albo 14 cyfr, a podano {}.",
                               "A REGON number has 9 or 14 digits, and {} were given.",
                               "Номер REGON має 9 або 14 цифр, а подано {}."},
                              digits.size()));
    }
    if (all_zero(digits)) return problem(worded(kOnlyZeros, "REGON"));
    const std::string_view parent = digits.substr(0, 9);
    auto checked = check_digit("REGON", parent, weighted_remainder(parent, kRegon9Weights) % 10);
    if (!checked || length == 9) return checked;
    return check_digit("REGON", digits, weighted_remainder(digits, kRegon14Weights) % 10);
}

Result<std::string> checked_krs(std::string_view digits) {
    if (auto wrong = only_digits("KRS", digits, 10); !wrong) return wrong;
    if (all_zero(digits)) return problem(worded(kOnlyZeros, "KRS"));
    return std::string(digits);
}

/// In the register all begin with zeros, and people leave these out: "504850" → "0000504850".
Result<std::string> krs_with_zeros(std::string_view digits) {
    constexpr std::size_t length = 10, shortest = 3;
    const bool is_short = digits.size() >= shortest && digits.size() < length;
    return checked_krs(std::string(is_short ? length - digits.size() : 0, '0').append(digits));
}

constexpr std::size_t kCpvDivisionDigits = 2, kCpvDigits = 8;

/// "55520000-1", "55520000", "55 52 00 00-1": the hyphen stands before the check digit only.
std::optional<std::string> cpv_digits(std::string text) {
    std::erase(text, ' ');
    if (text.size() == 10 && text[8] == '-' && is_digit(text[9])) text.resize(kCpvDigits);
    if (text.size() != kCpvDigits || !all_digits(text) || all_zero(text)) return std::nullopt;
    return text;
}

/// What "CPV:" is followed by.
std::string_view behind_colon(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t:"), text.size()));
    return trimmed(text);
}

}  // namespace

std::string with_plain_signs(std::string_view text) {
    constexpr UChar32 kMinus = 0x2212;
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char32_t read = next_code_point(text, at);
        const auto c = static_cast<UChar32>(read);
        if (const std::int32_t digit = u_charDigitValue(c); digit >= 0)
            plain += static_cast<char>('0' + digit);
        else if (u_charType(c) == U_DASH_PUNCTUATION || c == kMinus)
            plain += '-';
        else if (u_charType(c) == U_SPACE_SEPARATOR)
            plain += ' ';
        else
            append_code_point(plain, read);
    }
    return plain;
}

Result<std::string> parse_nip(std::string_view text) {
    const std::string plain = without_separators(text);
    std::string_view digits = plain;
    drop_prefix(digits, "NIP");
    drop_prefix(digits, "PL");
    return checked_nip(digits);
}

Result<std::string> parse_regon(std::string_view text) {
    const std::string plain = without_separators(text);
    std::string_view digits = plain;
    drop_prefix(digits, "REGON");
    return checked_regon(digits);
}

Result<std::string> parse_krs(std::string_view text) {
    const std::string plain = without_separators(text);
    std::string_view digits = plain;
    drop_prefix(digits, "KRS");
    return checked_krs(digits);
}

Result<std::string> parse_postal_code(std::string_view text) {
    const std::string digits = without_separators(text);
    if (digits.size() != 5 || !all_digits(digits))
        return problem("Kod pocztowy ma pięć cyfr, na przykład 61-731.");
    return digits.substr(0, 2) + "-" + digits.substr(2);
}

Result<std::string> parse_phone(std::string_view text) {
    std::string digits = digits_of(with_plain_signs(text));
    constexpr std::size_t length = 9;
    for (const std::string_view country : {"0048", "48"})
        if (digits.size() == country.size() + length && digits.starts_with(country))
            digits.erase(0, country.size());
    if (digits.size() != length || digits.front() == '0')
        return problem("Numer telefonu ma dziewięć cyfr.");
    return digits;
}

std::vector<Identifier> recognise_identifiers(std::string_view text) {
    const std::string plain = without_separators(text);
    std::string_view digits = plain;
    const bool as_nip = drop_prefix(digits, "NIP") || digits.starts_with("PL");
    const bool as_krs = drop_prefix(digits, "KRS");
    const bool as_regon = drop_prefix(digits, "REGON");
    const bool as_cpv = drop_prefix(digits, "CPV");
    const bool as_phone = drop_prefix(digits, "TELEFON") || drop_prefix(digits, "TEL");
    const bool named = as_nip || as_krs || as_regon || as_cpv || as_phone;
    drop_prefix(digits, "PL");
    if (!all_digits(digits)) return {};

    const std::string with_signs = with_plain_signs(text);
    std::string_view written = behind_colon(with_signs);
    if (as_cpv) written = behind_colon(written.substr(3));
    const auto cpv = cpv_digits(std::string(written));
    const bool has_cpv_hyphen =
        cpv && written.size() > kCpvDigits && written[written.size() - 2] == '-';
    if (cpv && (as_cpv || has_cpv_hyphen))
        return {{IdentifierKind::cpv, *cpv,
                 has_cpv_hyphen ? std::string(1, written.back()) : std::string()}};
    if (as_cpv && digits.size() >= kCpvDivisionDigits && digits.size() < kCpvDigits)
        return {{IdentifierKind::cpv, std::string(digits).append(kCpvDigits - digits.size(), '0')}};

    std::vector<Identifier> kinds;
    if ((as_nip || !named) && checked_nip(digits))
        kinds.push_back({IdentifierKind::nip, std::string(digits)});
    if (const auto krs = as_krs ? krs_with_zeros(digits) : checked_krs(digits);
        krs && (as_krs || !named))
        kinds.push_back({IdentifierKind::krs, *krs});
    if ((as_regon || !named) && checked_regon(digits))
        kinds.push_back({IdentifierKind::regon, std::string(digits)});
    if (!named && cpv) kinds.push_back({IdentifierKind::cpv, *cpv});
    if (const auto phone = parse_phone(digits); phone && (as_phone || !named))
        kinds.push_back({IdentifierKind::phone, *phone});
    return kinds;
}

}  // namespace wespol
