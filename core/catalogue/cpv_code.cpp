// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/cpv_code.h"

#include "core/support/ascii.h"

#include <algorithm>

namespace wespol {
namespace {

constexpr std::size_t kDivisionDigits = 2, kDigits = 8;

/// The digits that say something: 55520000 → "5552". At least the division's two.
std::string_view significant(std::string_view code) {
    while (code.size() > kDivisionDigits && code.back() == '0')
        code.remove_suffix(1);
    return code;
}

std::string padded(std::string_view digits) {
    return std::string(digits).append(kDigits - digits.size(), '0');
}

bool drop_word_cpv(std::string_view& text) {
    constexpr std::string_view kWord = "cpv";
    const bool is_there = text.size() >= kWord.size() &&
                          std::equal(kWord.begin(), kWord.end(), text.begin(),
                                     [](char small, char c) { return small == (c | 0x20); });
    if (is_there) text.remove_prefix(kWord.size());
    return is_there;
}

/// Without what stands between digits; hyphens stay, as they part the check digit off.
std::string with_hyphens_alone(std::string_view text) {
    constexpr std::array<std::string_view, 8> kIgnored{" ",      "\t",     ".",      ":",
                                                       "\u00a0", "\u2007", "\u2009", "\u202f"};
    constexpr std::array<std::string_view, 3> kHyphens{"\u2010", "\u2011", "\u2013"};
    std::string plain;
    while (!text.empty()) {
        const auto begins = [&](std::string_view each) { return text.starts_with(each); };
        if (const auto found = std::ranges::find_if(kIgnored, begins); found != kIgnored.end()) {
            text.remove_prefix(found->size());
        } else if (const auto hyphen = std::ranges::find_if(kHyphens, begins);
                   hyphen != kHyphens.end()) {
            plain += '-';
            text.remove_prefix(hyphen->size());
        } else {
            plain += text.front();
            text.remove_prefix(1);
        }
    }
    return plain;
}

}  // namespace

std::string_view code(CpvRelation relation) {
    constexpr std::array<std::string_view, 4> kCodes{"exact", "broader", "narrower", "none"};
    return kCodes[static_cast<std::size_t>(relation)];
}

CpvRelation cpv_relation(std::string_view code, std::string_view asked) {
    if (code == asked) return CpvRelation::exact;
    if (significant(asked).starts_with(significant(code))) return CpvRelation::broader;
    if (significant(code).starts_with(significant(asked))) return CpvRelation::narrower;
    return CpvRelation::none;
}

std::string_view cpv_division(std::string_view code) {
    return code.substr(0, kDivisionDigits);
}

std::vector<std::string> cpv_ancestors(std::string_view code) {
    std::vector<std::string> above;
    const std::size_t own = significant(code).size();
    for (std::size_t length = kDivisionDigits; length < own; ++length) {
        std::string each = padded(code.substr(0, length));
        if (above.empty() || above.back() != each) above.push_back(std::move(each));
    }
    return above;
}

std::optional<WrittenCpv> parse_cpv(std::string_view text) {
    constexpr std::size_t kMostBytes = 64;
    if (text.size() > kMostBytes) return std::nullopt;
    const std::string plain = with_hyphens_alone(text);
    std::string_view rest = plain;
    drop_word_cpv(rest);
    const auto first_other = std::find_if_not(rest.begin(), rest.end(), is_digit);
    const std::string_view digits =
        rest.substr(0, static_cast<std::size_t>(first_other - rest.begin()));
    rest.remove_prefix(digits.size());

    WrittenCpv written;
    if (digits.size() == kDigits + 1 && rest.empty())
        written = {std::string(digits.substr(0, kDigits)), std::string(digits.substr(kDigits))};
    else if (digits.size() == kDigits && rest.size() == 2 && rest[0] == '-' && is_digit(rest[1]))
        written = {std::string(digits), std::string(rest.substr(1))};
    else if (digits.size() >= kDivisionDigits && digits.size() <= kDigits && rest.empty())
        written = {padded(digits), {}};
    else
        return std::nullopt;
    if (cpv_division(written.digits) == "00") return std::nullopt;
    return written;
}

std::optional<std::string> other_check_digit(const Vocabulary& cpv, const WrittenCpv& written) {
    const Concept* known = cpv.find(written.digits);
    if (written.check_digit.empty() || known == nullptr) return std::nullopt;
    return known->check_digit == written.check_digit ? std::nullopt : known->check_digit;
}

}  // namespace wespol
