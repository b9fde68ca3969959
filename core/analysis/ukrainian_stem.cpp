// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/ukrainian_stem.h"

#include <array>

namespace wespol {
namespace {

/// Two bytes each in Cyrillic.
constexpr std::size_t kLetter = 2;
constexpr std::size_t kMinStem = 3 * kLetter;

/// Longest first.
constexpr std::array<std::string_view, 37> kEndings{
    "ами", "ями", "ого", "ому", "ими", "іми", "ові", "еві", "єві", "ією", "ах", "ях", "ам",
    "ям",  "ом",  "ем",  "єм",  "ою",  "ею",  "єю",  "ів",  "їв",  "ий", "ій", "их", "им",
    "іх",  "ої",  "ею",  "а",   "я",   "о",   "е",   "є",   "и",   "і",  "у"};
constexpr std::array<std::string_view, 4> kLastLetters{"ю", "ї", "ь", "й"};

std::string_view without(std::string_view word, std::string_view ending) {
    const bool is_long_enough = word.size() >= kMinStem + ending.size();
    return is_long_enough && word.ends_with(ending) ? word.substr(0, word.size() - ending.size())
                                                    : std::string_view{};
}

}  // namespace

std::string_view ukrainian_stem(std::string_view folded) {
    std::string_view stem = folded;
    for (const std::string_view ending : kEndings)
        if (const std::string_view shorter = without(folded, ending); !shorter.empty()) {
            stem = shorter;
            break;
        }
    // "познань", "познаню", "познані": the soft sign goes as the endings do.
    for (const std::string_view ending : kLastLetters)
        if (const std::string_view shorter = without(stem, ending); !shorter.empty())
            return shorter;
    return stem;
}

}  // namespace wespol
