// SPDX-License-Identifier: GPL-3.0-or-later
// Where the language stands in an address: "/szukaj" is Polish, "/en/szukaj" and "/uk/szukaj" are
// the same page in English and Ukrainian. Files, the API and assets have no language in their
// address. Thread-safe: no state.
#pragma once

#include "core/support/language.h"

#include <string_view>

namespace wespol {

struct PagePath {
    Language language = Language::pl;
    std::string_view path;  ///< as in Polish: "/szukaj"
};

/// "/en/szukaj" → English, "/szukaj"; "/en" is "/en/".
PagePath page_path(std::string_view path);

/// What stands before the path of a page: "", "/en", "/uk".
std::string_view language_prefix(Language language);

}  // namespace wespol
