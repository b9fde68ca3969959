// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/template_set.h"

#include "core/support/error.h"
#include "core/support/files.h"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.h"
#include "tests/unit/pages/page_fixture.h"

#include <filesystem>
#include <string>

namespace wespol {

TEST_CASE("a template puts nothing into a page unescaped but what is made for it") {
    struct Row {
        const char* tag;
        bool is_allowed;
    };
    const auto row =
        GENERATE(Row{"{{&structured_data}}", true}, Row{"{{name}}", true}, Row{"{{&name}}", false},
                 Row{"{{{name}}}", false}, Row{"{{{structured_data}}}", false},
                 Row{"{{& name}}", false}, Row{"{{ &name }}", false});
    INFO(row.tag);
    const test::TemporaryDirectory folder;
    std::filesystem::create_directories(folder.path() / "pages");
    write_file_durably(folder.path() / "layout.mustache", "{{> content}}");
    write_file_durably(folder.path() / "pages" / "home.mustache", row.tag);
    const auto read = [&] {
        return TemplateSet(folder.path(), test::polish_messages(), test::polish_messages(), {});
    };
    if (row.is_allowed)
        CHECK(read().pages().at("home").find(row.tag) != std::string::npos);
    else
        CHECK_THROWS_AS(read(), Error);
}

}  // namespace wespol
