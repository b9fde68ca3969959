// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/linking/name_markers.h"

#include "core/analysis/folding.h"
#include "core/support/ascii.h"

namespace wespol {

bool is_function_word(const NameWord& word) {
    return contains(kFunctionWords, word.surface);
}

bool is_numeral_one(std::string_view before, std::string_view behind) {
    constexpr std::array<std::string_view, 3> degrees{"stopnia", "st", "i"};
    constexpr std::array<std::string_view, 2> schools{"liceum", "lo"};
    constexpr std::array<std::string_view, 8> joined{"szkoly",      "szkola",     "podstawowa",
                                                     "podstawowej", "gimnazjum",  "technikum",
                                                     "przedszkola", "przedszkole"};
    return contains(degrees, behind) || (contains(schools, behind) && !contains(joined, before));
}

bool is_upper_word(const NameWord& word) {
    return word.is_capitalised && word.surface.size() >= 2 && lower(word.text) != word.text &&
           std::none_of(word.text.begin() + 1, word.text.end(), is_ascii_small);
}

bool is_caseless(const NameWords& words) {
    const auto is_small = [](const NameWord& each) { return lower(each.text) == each.text; };
    const auto is_loud = [](const NameWord& each) {
        return each.surface.size() < 2 || all_digits(each.surface) || is_upper_word(each);
    };
    return std::all_of(words.begin(), words.end(), is_small) ||
           std::all_of(words.begin(), words.end(), is_loud);
}

std::optional<std::string> host_of(std::string_view text) {
    const std::string small = lower(text);
    const bool has_dot = small.find('.') != small.npos;
    const bool is_plain = std::all_of(small.begin(), small.end(), [](char c) {
        return is_ascii_small(c) || is_digit(c) || c == '.' || c == '-';
    });
    if (!has_dot || !is_plain || small.size() < 5 || small.ends_with('.')) return std::nullopt;
    return small;
}

std::pair<std::string, std::vector<std::string>> split_brackets(std::string_view text) {
    std::string main;
    std::vector<std::string> notes;
    std::size_t depth = 0;
    for (const char c : text) {
        if (c == '(' || c == '[') {
            if (depth++ == 0) {
                notes.emplace_back();
                main += " , ";
                continue;
            }
        }
        if ((c == ')' || c == ']') && depth > 0) {
            if (--depth == 0) continue;
        }
        (depth == 0 ? main : notes.back()) += c;
    }
    return {main, notes};
}

}  // namespace wespol
