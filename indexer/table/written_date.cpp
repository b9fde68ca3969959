// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/table/written_date.h"

#include "core/analysis/folding.h"
#include "core/catalogue/partial_date.h"
#include "core/support/ascii.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

#include <fmt/format.h>

namespace wespol {
namespace {

struct Month {
    std::string_view folded_start;  ///< what its name begins with in every case, folded
    std::string_view roman;
};

constexpr std::array<Month, 12> kMonths{{{"stycz", "i"},
                                         {"lut", "ii"},
                                         {"mar", "iii"},
                                         {"kwie", "iv"},
                                         {"maj", "v"},
                                         {"czerw", "vi"},
                                         {"lip", "vii"},
                                         {"sierp", "viii"},
                                         {"wrze", "ix"},
                                         {"pazdz", "x"},
                                         {"listop", "xi"},
                                         {"grud", "xii"}}};

constexpr std::string_view kUnknownDate =
    "Nie wiadomo, jaka to data; wpisz ją jak 12.06.2024, czerwiec 2024 albo 2024.";

std::optional<int> month_of(std::string_view word) {
    for (std::size_t i = 0; i < kMonths.size(); ++i)
        if (word.starts_with(kMonths[i].folded_start) || word == kMonths[i].roman)
            return static_cast<int>(i) + 1;
    return std::nullopt;
}

int value_of(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

/// Split at everything but letters and digits; "r", "roku", "dnia" and the like say nothing.
std::vector<std::string> words_of(std::string_view text) {
    constexpr std::array<std::string_view, 6> empty_words{"r", "rok", "roku", "dnia", "dn", "z"};
    std::vector<std::string> words;
    std::string word;
    const auto end_word = [&] {
        const bool says_nothing =
            std::find(empty_words.begin(), empty_words.end(), word) != empty_words.end();
        if (!word.empty() && !says_nothing) words.push_back(word);
        word.clear();
    };
    for (const char c : fold(text)) {
        const bool is_part = is_ascii_small(c) || is_digit(c);
        // A word is letters or digits: "12r" is two.
        const bool is_joint = !word.empty() && is_part && (word.back() <= '9') != (c <= '9');
        if (!is_part || is_joint) end_word();
        if (is_part) word += c;
    }
    end_word();
    return words;
}

Result<std::string> checked(std::string edtf) {
    if (auto date = PartialDate::parse(edtf); !date) return problem(date.error().message);
    return edtf;
}

Result<std::string> day(int year, int month, std::string_view day) {
    return checked(fmt::format("{:04}-{:02}-{:02}", year, month, value_of(day)));
}

bool is_year(std::string_view word) {
    return word.size() == 4 && all_digits(word);
}

bool is_small(std::string_view word) {
    return word.size() <= 2 && all_digits(word);
}

}  // namespace

Result<std::string> parse_written_date(std::string_view text) {
    constexpr std::size_t longest = 60;
    if (text.size() > longest) return problem(std::string(kUnknownDate));
    if (text.find("..") != text.npos || text.find('/') != text.npos)
        if (auto span = PartialDate::parse(text)) return span->text();
    const std::vector<std::string> words = words_of(text);
    if (words.size() == 1 && is_year(words[0])) return checked(words[0]);
    if (words.size() == 2 && is_year(words[1])) {
        if (const auto month = month_of(words[0]))
            return checked(fmt::format("{}-{:02}", words[1], *month));
        if (is_small(words[0]))
            return checked(fmt::format("{}-{:02}", words[1], value_of(words[0])));
    }
    if (words.size() == 2 && is_year(words[0]) && is_small(words[1]))
        return checked(fmt::format("{}-{:02}", words[0], value_of(words[1])));
    // After a day in ISO form a time may follow: "2024-06-12 00:00:00".
    if (words.size() >= 3 && is_year(words[0]) && is_small(words[1]) && is_small(words[2]))
        return day(value_of(words[0]), value_of(words[1]), words[2]);
    if (words.size() == 3 && is_small(words[0]) && is_year(words[2])) {
        if (const auto month = month_of(words[1])) return day(value_of(words[2]), *month, words[0]);
        if (is_small(words[1])) return day(value_of(words[2]), value_of(words[1]), words[0]);
    }
    return problem(std::string(kUnknownDate));
}

}  // namespace wespol
