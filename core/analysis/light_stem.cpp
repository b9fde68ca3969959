// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/light_stem.h"

#include <array>

namespace wespol {
namespace {

constexpr std::size_t kMinStem = 4;

/// Endings of nouns and adjectives without diacritics, longest first.
constexpr std::array<std::string_view, 38> kEndings{
    "iami", "iach", "owie", "iego", "iemu", "ami", "ach", "owi", "iom", "iem", "iow", "ich", "imi",
    "ego",  "emu",  "ych",  "ymi",  "iej",  "om",  "ow",  "em",  "ie",  "iu",  "ia",  "io",  "ii",
    "im",   "ym",   "ej",   "ja",   "je",   "ji",  "y",   "i",   "a",   "e",   "u",   "o"};

}  // namespace

std::string_view light_stem(std::string_view folded) {
    for (const std::string_view ending : kEndings) {
        if (folded.size() >= kMinStem + ending.size() && folded.ends_with(ending))
            return folded.substr(0, folded.size() - ending.size());
    }
    return folded;
}

}  // namespace wespol
