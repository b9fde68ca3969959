// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net_value.h"

#include "core/analysis/folding.h"
#include "core/support/ascii.h"

#include <array>
#include <string>

namespace wespol {
namespace {

constexpr InThree kHint{"Wpisz wartość netto w złotych, na przykład 150 000.",
                        "Write the net value in złoty, for example 150 000.",
                        "Впишіть вартість нетто в злотих, наприклад 150 000."};
constexpr std::size_t kMostDigits = 12;

/// A comma or dot before one or two last digits; others part thousands.
std::size_t decimal_mark(std::string_view text) {
    const std::size_t mark = text.find_last_of(",.");
    if (mark == text.npos) return text.size();
    const std::size_t digits = text.size() - mark - 1;
    return digits == 1 || digits == 2 ? mark : text.size();
}

}  // namespace

Result<std::int64_t> parse_net_value(std::string_view written) {
    std::string text;
    for (const char c : fold(written))
        if (c != ' ' && c != '_' && c != '\'') text += c;
    for (const std::string_view currency : {"netto", "zl", "pln"})
        if (text.ends_with(currency)) text.erase(text.size() - currency.size());
    const std::size_t mark = decimal_mark(text);
    std::string whole, part;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool parts_thousands = text[i] == '.' || text[i] == ',';
        if (i == mark || (parts_thousands && i < mark && i > 0)) continue;
        if (!is_digit(text[i])) return problem(worded(kHint));
        (i < mark ? whole : part) += text[i];
    }
    part += std::string_view("00").substr(part.size());
    if (whole.empty() || whole.size() + part.size() > kMostDigits) return problem(worded(kHint));
    return std::stoll(whole + part);
}

}  // namespace wespol
