// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/json_renderer.h"

#include "tests/support/catch.hpp"

using namespace wespol;

namespace {

struct Snippet {
    HighlightedText text;
    std::string html;
};

}  // namespace

TEST_CASE("a snippet is text: only what matched becomes markup") {
    const auto [text, html] = GENERATE(values<Snippet>({
        {{}, ""},
        {{{"pierogi", true}, {" i obiady", false}}, "<mark>pierogi</mark> i obiady"},
        {{{"<script>", false}, {"\"a\" & 'b'", true}},
         "&lt;script&gt;<mark>&quot;a&quot; &amp; &#39;b&#39;</mark>"},
    }));
    CHECK(marked_html(text) == html);
}
