// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/light_stem_ukrainian.h"

#include "core/analysis/code_points.h"

#include <array>

namespace wespol {
namespace {

/// In code points: "мед" is left of "меду".
constexpr std::size_t kMinStem = 3;

struct Ending {
    std::string_view written;
    std::string_view kept;  ///< what the other forms have in its place
};

/// Of nouns and adjectives, longest first. Some forms have a vowel the others lack: "сумок" beside
/// "сумка", "кравець" beside "кравця", "пралень" beside "пральня".
constexpr std::array<Ending, 49> kEndings{{
    {"лень", "льн"}, {"ього", ""}, {"ьому", ""}, {"ець", "ц"}, {"ями", ""}, {"ами", ""},
    {"ові", ""},     {"еві", ""},  {"єві", ""},  {"ого", ""},  {"ому", ""}, {"ими", ""},
    {"іми", ""},     {"ьою", ""},  {"ьої", ""},  {"ок", "к"},  {"ів", ""},  {"їв", ""},
    {"ям", ""},      {"ам", ""},   {"ях", ""},   {"ах", ""},   {"ою", ""},  {"ею", ""},
    {"єю", ""},      {"ий", ""},   {"ій", ""},   {"їй", ""},   {"ої", ""},  {"их", ""},
    {"іх", ""},      {"им", ""},   {"ім", ""},   {"ом", ""},   {"ем", ""},  {"єм", ""},
    {"ей", ""},      {"а", ""},    {"я", ""},    {"у", ""},    {"ю", ""},   {"и", ""},
    {"і", ""},       {"ї", ""},    {"о", ""},    {"е", ""},    {"є", ""},   {"й", ""},
    {"ь", ""},
}};

bool is_cyrillic(char32_t c) {
    return c >= 0x0400 && c <= 0x04FF;
}

}  // namespace

bool is_cyrillic_word(std::string_view folded) {
    for (std::size_t at = 0; at < folded.size();)
        if (!is_cyrillic(next_code_point(folded, at))) return false;
    return !folded.empty();
}

std::string light_stem_ukrainian(std::string_view folded) {
    for (const auto& [written, kept] : kEndings) {
        if (!folded.ends_with(written)) continue;
        std::string stem(folded.substr(0, folded.size() - written.size()));
        stem += kept;
        if (count_code_points(stem) >= kMinStem) return stem;
    }
    return std::string(folded);
}

}  // namespace wespol
