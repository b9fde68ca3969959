// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/json_renderer.h"

#include "server/api/labelled_json.h"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

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

TEST_CASE("a holder that is not in the directory is null, with no address") {
    CertificateResponse response;
    response.hits.resize(2);
    response.hits[0].certificate.holder = "nip-1111111111";
    const References references;
    const auto json = nlohmann::json::parse(
        JsonRenderer(references, Language::pl).certificates({}, response, std::nullopt));
    CHECK(json.at("hits")[0].at("holder") == "nip-1111111111");
    CHECK(json.at("hits")[0].at("holder_url") == "/podmiot/nip-1111111111");
    CHECK(json.at("hits")[1].at("holder").is_null());
    CHECK(json.at("hits")[1].at("holder_url").is_null());
}
