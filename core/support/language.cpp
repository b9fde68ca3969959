// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/language.h"

#include <algorithm>

namespace wespol {
namespace {

constexpr std::array<std::string_view, kLanguages.size()> kLanguageCodes{"pl", "en", "uk"};

}  // namespace

std::string_view code(Language language) {
    return kLanguageCodes[index_of(language)];
}

std::optional<Language> parse_language(std::string_view code) {
    const auto found = std::find(kLanguageCodes.begin(), kLanguageCodes.end(), code);
    if (found == kLanguageCodes.end()) return std::nullopt;
    return kLanguages[static_cast<std::size_t>(found - kLanguageCodes.begin())];
}

}  // namespace wespol
