// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/asset_table.h"

#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.h"

#include <fstream>

using namespace wespol;

namespace {

void write(const std::filesystem::path& path, const std::string& content) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << content;
}

}  // namespace

TEST_CASE("assets are a fixed table of what was there at start") {
    const test::TemporaryDirectory resources;
    write(resources.path() / "assets/site-1.css", "p{}");
    write(resources.path() / "assets/fonts/a.woff2", "font");
    write(resources.path() / "secret.txt", "secret");
    const AssetTable assets(resources.path() / "assets");
    write(resources.path() / "assets/late.css", "p{}");

    REQUIRE(assets.find("site-1.css"));
    CHECK(assets.find("site-1.css")->content == "p{}");
    CHECK(assets.find("site-1.css")->content_type == "text/css; charset=utf-8");
    REQUIRE(assets.find("fonts/a.woff2"));
    CHECK(assets.find("fonts/a.woff2")->content_type == "font/woff2");
    CHECK(assets.find_beginning("site") == assets.find("site-1.css"));

    for (const char* name : {"late.css", "../secret.txt", "fonts/../site-1.css", "fonts", "",
                             "site-1.css/", "SITE-1.CSS"})
        CHECK_FALSE(assets.find(name));
    CHECK_FALSE(assets.find_beginning("favicon"));
}

TEST_CASE(
    "what was compressed when the site was built is a form of its asset, and no asset of its own") {
    const test::TemporaryDirectory resources;
    write(resources.path() / "a.css", "p{}");
    write(resources.path() / "a.css.gz", "gzip");
    write(resources.path() / "a.css.br", "brotli");
    write(resources.path() / "b.js", "1");
    write(resources.path() / "b.js.gz", "gzip");
    write(resources.path() / "lost.svg.br", "a form of nothing");
    const AssetTable assets(resources.path());
    const Asset* style = assets.find("a.css");
    REQUIRE(style);
    REQUIRE(style->forms.size() == 2);
    CHECK(style->forms[0].encoding == "br");
    CHECK(style->forms[0].content == "brotli");
    CHECK(style->forms[1].encoding == "gzip");
    REQUIRE(assets.find("b.js"));
    CHECK(assets.find("b.js")->forms.size() == 1);
    for (const char* name : {"a.css.gz", "a.css.br", "b.js.gz", "lost.svg.br", "lost.svg"})
        CHECK_FALSE(assets.find(name));
}

TEST_CASE("the digest of resources follows every file that makes an answer") {
    const test::TemporaryDirectory resources;
    write(resources.path() / "templates/home.mustache", "a");
    write(resources.path() / "polish.dict", "not a part of answers by itself");
    const std::string before = digest_of_resources(resources.path());
    write(resources.path() / "polish.dict", "changed");
    CHECK(digest_of_resources(resources.path()) == before);
    write(resources.path() / "templates/home.mustache", "b");
    CHECK(digest_of_resources(resources.path()) != before);
}
