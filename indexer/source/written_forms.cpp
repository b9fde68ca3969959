// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/source/written_forms.h"

#include "core/support/ascii.h"

#include <algorithm>

namespace wespol {

Result<std::string> parse_email(std::string_view text) {
    const std::size_t at = text.find('@');
    const bool has_both_sides = at != text.npos && at > 0 && at + 1 < text.size();
    const bool is_one = text.find('@', at + 1) == text.npos;
    const bool has_domain = has_both_sides && text.find('.', at) != text.npos;
    if (!is_one || !has_domain || text.find_first_of(" \t\n,;<>\"") != text.npos)
        return problem("To nie jest adres e-mail.");
    return std::string(text);
}

Result<std::string> parse_written_phone(std::string_view text) {
    const auto digits = std::count_if(text.begin(), text.end(), is_digit);
    const bool only_usual_marks = text.find_first_not_of("0123456789 +-()/,;.we") == text.npos;
    if (digits < 7 || !only_usual_marks) return problem("To nie jest numer telefonu.");
    return std::string(text);
}

Result<std::string> parse_record_id(std::string_view text) {
    constexpr std::size_t longest = 100;
    constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyz0123456789-";
    if (text.empty() || text.size() > longest || text.find_first_not_of(allowed) != text.npos)
        return problem("Identyfikator składa się z małych liter bez ogonków, cyfr i łączników.");
    return std::string(text);
}

}  // namespace wespol
