// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/table/table_cells.h"

#include "core/analysis/folding.h"
#include "core/catalogue/identifiers.h"
#include "core/support/ascii.h"
#include "indexer/source/phone_number.h"
#include "indexer/source/written_forms.h"
#include "indexer/table/written_date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace wespol {
namespace {

/// On one line, with single spaces; control characters become spaces.
std::string on_one_line(std::string_view text) {
    std::string result;
    for (const char c : clean_utf8(text)) {
        const bool is_space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (is_space && (result.empty() || result.back() == ' ')) continue;
        result += is_space ? ' ' : c;
    }
    if (result.ends_with(' ')) result.pop_back();
    return result;
}

/// Parts between line breaks, semicolons and commas; commas inside brackets divide nothing.
SourceList parts_of(std::string_view text) {
    SourceList parts;
    std::string part;
    int depth = 0;
    const auto end_part = [&] {
        std::string clean = on_one_line(part);
        if (!clean.empty()) parts.push_back({std::move(clean)});
        part.clear();
    };
    for (const char c : text) {
        if (c == '(') ++depth;
        if (c == ')' && depth > 0) --depth;
        if (c == '\n' || c == ';' || (c == ',' && depth == 0))
            end_part();
        else
            part += c;
    }
    end_part();
    return parts;
}

/// Excel writes long numbers of a text file as 7,78135E+09: the digits are gone.
bool is_shortened(std::string_view text) {
    const std::size_t exponent = text.find_first_of("Ee");
    return exponent != text.npos && exponent > 0 && is_digit(text.front()) &&
           text.find('+', exponent) == exponent + 1 && text.find_first_of(",.") < exponent;
}

/// Excel drops the zeros a number begins with.
std::string with_zeros(std::string text, std::size_t digits, const Warn& warn) {
    if (!all_digits(text) || text.size() >= digits) return text;
    std::string padded = std::string(digits - text.size(), '0') + text;
    warn(fmt::format("brakowało zer na początku, przyjęto {}", padded),
         "sprawdź numer; ustaw kolumnie format „Tekst”, żeby Excel nie gubił zer");
    return padded;
}

std::optional<SourceValue> parsed(const std::string& text,
                                  Result<std::string> (*parse)(std::string_view),
                                  const Warn& warn) {
    if (is_shortened(text)) {
        warn("Excel skrócił numer i cyfry przepadły, pominięto",
             "wpisz numer jeszcze raz w kolumnie o formacie „Tekst”");
        return std::nullopt;
    }
    auto value = parse(text);
    if (value) return SourceValue{std::move(*value)};
    warn("nieprawidłowa wartość, pominięto", value.error().message);
    return std::nullopt;
}

std::string without_prefix(std::string text, std::string_view prefix) {
    if (fold(text).starts_with(prefix)) text.erase(0, prefix.size());
    const std::size_t start = text.find_first_not_of(" :.");
    return start == text.npos ? std::string() : text.substr(start);
}

Result<std::string> parse_website(std::string_view text) {
    std::string address(text);
    if (address.find("://") == address.npos) address = "https://" + address;
    const std::size_t host = address.find("://") + 3;
    const bool is_page = (address.starts_with("https://") || address.starts_with("http://")) &&
                         address.find('.', host) != address.npos &&
                         address.find_first_of(" \"<>@,;") == address.npos;
    if (!is_page) return problem("To nie jest adres strony; wpisz jeden, np. https://example.org.");
    return address;
}

/// "61 853 30 85, 601 000 000", "… lub …": the first of several.
std::optional<SourceValue> phone_of(const std::string& text, const Warn& warn, const Warn& note) {
    constexpr std::array<std::string_view, 7> separators{",",   ";",      "/",     " lub ",
                                                         " i ", " oraz ", " albo "};
    std::size_t end = std::string::npos;
    for (const std::string_view each : separators)
        end = std::min(end, text.find(each));
    const bool is_one = end == std::string::npos || parse_phone_number(text).has_value();
    const auto first = is_one ? Result<std::string>() : parse_phone_number(text.substr(0, end));
    if (is_one || !first) return parsed(text, parse_phone_number, warn);
    note("w komórce jest kilka numerów, wzięto pierwszy",
         "jeśli ma być inny, wpisz go jako pierwszy");
    return SourceValue{*first};
}

std::optional<SourceValue> date_of(const Cell& cell, const std::string& text, const Warn& warn) {
    constexpr double first_year = 1900, last_year = 2200;
    if (cell.kind == CellKind::number) {
        double number = 0;
        std::from_chars(text.data(), text.data() + text.size(), number);
        if (!all_digits(text) || number < first_year || number > last_year) {
            warn("to liczba, nie data, pominięto",
                 "ustaw komórce format daty albo wpisz datę jak 12.06.2024");
            return std::nullopt;
        }
    }
    return parsed(text, parse_written_date, warn);
}

}  // namespace

std::optional<SourceValue> value_of(const Cell& cell, ColumnKind kind, const Warn& warn,
                                    const Warn& note) {
    if (cell.kind == CellKind::fault) {
        if (cell.text.empty())
            warn("formuła nie ma obliczonego wyniku, pominięto",
                 "otwórz plik w Excelu, zapisz i spróbuj jeszcze raz");
        else
            warn(fmt::format("komórka z błędem formuły {}, pominięto", cell.text),
                 "popraw formułę albo wpisz wartość");
        return std::nullopt;
    }
    std::string text = on_one_line(cell.text);
    if (text.empty()) return std::nullopt;
    switch (kind) {
        case ColumnKind::text:
        case ColumnKind::ordinal:
            return SourceValue{std::move(text)};
        case ColumnKind::list:
            return SourceValue{parts_of(cell.text)};
        case ColumnKind::date:
            return date_of(cell, text, warn);
        case ColumnKind::krs:
            return parsed(with_zeros(without_prefix(std::move(text), "krs"), 10, warn), parse_krs,
                          warn);
        case ColumnKind::nip:
            return parsed(without_prefix(std::move(text), "nip"), parse_nip, warn);
        case ColumnKind::regon:
            return parsed(with_zeros(without_prefix(std::move(text), "regon"), 9, warn),
                          parse_regon, warn);
        case ColumnKind::postal_code:
            return parsed(text, parse_postal_code, warn);
        case ColumnKind::phone:
            return phone_of(text, warn, note);
        case ColumnKind::email:
            return parsed(text, parse_email, warn);
        case ColumnKind::website:
            return parsed(text, parse_website, warn);
    }
    return std::nullopt;
}

}  // namespace wespol
