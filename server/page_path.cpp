// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/page_path.h"

namespace wespol {
namespace {

constexpr std::array<std::string_view, kLanguages.size()> kPrefixes{"", "/en", "/uk"};

}  // namespace

PagePath page_path(std::string_view path) {
    for (const Language language : {Language::en, Language::uk}) {
        const std::string_view prefix = language_prefix(language);
        if (path == prefix) return {language, "/"};
        if (path.starts_with(prefix) && path[prefix.size()] == '/')
            return {language, path.substr(prefix.size())};
    }
    return {Language::pl, path};
}

std::string_view language_prefix(Language language) {
    return kPrefixes[index_of(language)];
}

}  // namespace wespol
