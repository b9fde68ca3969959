// SPDX-License-Identifier: GPL-3.0-or-later
// The three languages of the site and of the vocabularies, and their codes (BCP 47).
// Thread-safe: no state.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace wespol {

enum class Language { pl, en, uk };
inline constexpr std::array kLanguages{Language::pl, Language::en, Language::uk};

/// "pl", "en", "uk".
std::string_view code(Language language);
std::optional<Language> parse_language(std::string_view code);

/// Where the language stands in a table of three.
constexpr std::size_t index_of(Language language) {
    return static_cast<std::size_t>(language);
}

/// Of names by language: the one in that language, else the Polish one.
inline const std::string& name_in(const std::array<std::string, kLanguages.size()>& names,
                                  Language language) {
    const std::string& own = names[index_of(language)];
    return own.empty() ? names[index_of(Language::pl)] : own;
}

}  // namespace wespol
