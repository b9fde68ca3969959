// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/page_path.h"

#include "tests/support/catch.hpp"

namespace wespol {

TEST_CASE("the language stands before the path, and only as a whole step of it") {
    struct Row {
        const char* path;
        Language language;
        const char* rest;
    };
    const auto row = GENERATE(
        Row{"/", Language::pl, "/"}, Row{"/szukaj", Language::pl, "/szukaj"},
        Row{"/en", Language::en, "/"}, Row{"/en/", Language::en, "/"},
        Row{"/uk/szukaj", Language::uk, "/szukaj"},
        Row{"/en/en/szukaj", Language::en, "/en/szukaj"}, Row{"/english", Language::pl, "/english"},
        Row{"/uk.html", Language::pl, "/uk.html"}, Row{"/EN/szukaj", Language::pl, "/EN/szukaj"},
        Row{"/pl/szukaj", Language::pl, "/pl/szukaj"},
        Row{"/podmiot/en/x", Language::pl, "/podmiot/en/x"}, Row{"", Language::pl, ""});
    INFO(row.path);
    const PagePath found = page_path(row.path);
    CHECK(found.language == row.language);
    CHECK(found.path == row.rest);
}

}  // namespace wespol
