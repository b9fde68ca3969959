// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/template_set.h"

#include "core/support/error.h"
#include "core/support/files.h"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.h"
#include "tests/unit/pages/page_fixture.h"

#include <cstddef>
#include <filesystem>
#include <future>
#include <string>
#include <vector>

namespace wespol {

TEST_CASE("a template puts nothing into a page unescaped but what is made for it") {
    struct Row {
        const char* tag;
        const char* shown;  ///< null = refused
    };
    const auto row = GENERATE(Row{"{{&structured_data}}", "<b>"}, Row{"{{name}}", "&lt;b&gt;"},
                              Row{"{{&name}}", nullptr}, Row{"{{{name}}}", nullptr},
                              Row{"{{{structured_data}}}", nullptr}, Row{"{{& name}}", nullptr},
                              Row{"{{ &name }}", nullptr});
    INFO(row.tag);
    const test::TemporaryDirectory folder;
    std::filesystem::create_directories(folder.path() / "pages");
    write_file_durably(folder.path() / "layout.mustache", "{{> content}}");
    write_file_durably(folder.path() / "pages" / "home.mustache", row.tag);
    const auto read = [&] {
        return TemplateSet(folder.path(), test::polish_messages(), test::polish_messages(), {});
    };
    View view;
    view["name"] = "<b>";
    view["structured_data"] = "<b>";
    if (row.shown)
        CHECK(read().fill("home", view).starts_with(row.shown));
    else
        CHECK_THROWS_AS(read(), Error);
}

TEST_CASE("threads that fill pages at the same time do not disturb each other") {
    constexpr int threads = 4, pages_of_each = 50;
    const test::TemporaryDirectory folder;
    std::filesystem::create_directories(folder.path() / "pages");
    write_file_durably(folder.path() / "layout.mustache", "<main>{{> content}}</main>");
    write_file_durably(folder.path() / "pages" / "home.mustache",
                       "{{#names}}{{count}} {{name}};{{/names}}{{^names}}none{{/names}}");
    const TemplateSet set(folder.path(), test::polish_messages(), test::polish_messages(), {});
    std::vector<std::future<bool>> all;
    for (int thread = 0; thread < threads; ++thread)
        all.push_back(std::async(std::launch::async, [&, thread] {
            const auto number = static_cast<std::size_t>(thread);
            const std::string count =
                test::polish_messages()("count.entities", {{"count", number}});
            Views names;
            std::string expected = "<main>";
            for (int each = 0; each <= thread; ++each) {
                View view;
                view["name"] = "<" + std::to_string(each) + ">";
                view["count"] = count;
                names.push_back(view);
                expected += count + " &lt;" + std::to_string(each) + "&gt;;";
            }
            View view;
            view["names"] = View(names);
            bool are_right = true;
            for (int page = 0; page < pages_of_each; ++page)
                are_right = are_right && set.fill("home", view) == expected + "\n</main>\n";
            return are_right;
        }));
    for (auto& each : all)
        CHECK(each.get());
}

}  // namespace wespol
